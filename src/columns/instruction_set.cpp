// instruction_set: asks the processor.
#include <outlay/columns/instruction_set.hpp>

namespace outlay {

std::string_view to_text(instruction_set instructions) {
    switch (instructions) {
        case instruction_set::avx2: return "avx2";
        case instruction_set::avx512: return "avx512";
        case instruction_set::portable: break;
    }
    return "portable";
}

std::vector<instruction_set> supported_instruction_sets() {
    std::vector<instruction_set> supported;
    for (const auto instructions : {instruction_set::portable, instruction_set::avx2, instruction_set::avx512})
        if (is_supported(instructions)) supported.push_back(instructions);
    return supported;
}

bool is_supported(instruction_set instructions) {
#if defined(__x86_64__)
    if (instructions == instruction_set::avx2)
        return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("bmi") &&
               __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt");
    if (instructions == instruction_set::avx512)
        return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
               __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl");
#endif
    return instructions == instruction_set::portable;
}

instruction_set best_instruction_set() {
    for (const auto instructions : {instruction_set::avx512, instruction_set::avx2})
        if (is_supported(instructions)) return instructions;
    return instruction_set::portable;
}

}  // namespace outlay
