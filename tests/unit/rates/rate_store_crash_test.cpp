// Imports that are killed, and imports at the same time: in processes of their own.
#include "catch.hpp"

#include "import_bench.hpp"

#include "rates/store/database.hpp"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <random>
#include <thread>

using namespace outlay;
using namespace import_bench;

namespace {

using clock_type = std::chrono::steady_clock;

/// A history of so many days, of thirty currencies; `shift` gives every value another last digit.
std::string history(int days, int shift) {
    constexpr std::string_view codes[] = {"USD", "JPY", "CZK", "DKK", "GBP", "HUF", "PLN", "RON", "SEK", "CHF",
                                          "ISK", "NOK", "TRY", "AUD", "BRL", "CAD", "CNY", "HKD", "IDR", "ILS",
                                          "INR", "KRW", "MXN", "MYR", "NZD", "PHP", "SGD", "THB", "ZAR", "BGN"};
    std::string text = "Date,";
    for (const auto code : codes) text.append(code).append(",");
    text += "\n";
    for (int i = 0; i < days; ++i) {
        text += to_text(make_date(2024, 12, 31) - std::chrono::days{i}) + ",";
        int column = 0;
        for ([[maybe_unused]] const auto code : codes) {
            ++column;
            text +=
                std::to_string(1000 + column * 37) + "." + std::to_string(100 + (i * 7 + column + shift) % 900) + ",";
        }
        text += "\n";
    }
    return text;
}

/// Runs an import in a process of its own.
pid_t start_import(const bench& files, const std::string& name) {
    const auto child = fork();
    REQUIRE(child >= 0);
    if (child != 0) return child;
    const auto done = import_rates(files.store(), facts(), {files.path(name), {}, true, today});
    _exit(done.ok() ? 0 : 1);
}

int wait_for(pid_t child) {
    int status = 0;
    waitpid(child, &status, 0);
    return status;
}

}  // namespace

TEST_CASE("store: an import that is killed at any of fifty moments loses nothing", "[rates][store][slow]") {
    const bench files;
    files.write("old.csv", history(100, 0));
    files.write("new.csv", history(300, 1));  // corrects the old, and adds twice as much
    REQUIRE(wait_for(start_import(files, "old.csv")) == 0);
    const auto old_store = read_all(files.store());
    const auto old_quotes = rate_store::open(files.store())->verify()->quotes;
    const auto begin = clock_type::now();
    REQUIRE(wait_for(start_import(files, "new.csv")) == 0);
    const auto whole = clock_type::now() - begin;
    const auto new_quotes = rate_store::open(files.store())->verify()->quotes;
    REQUIRE(new_quotes == old_quotes + 300 * 30);

    std::mt19937 random(50);
    int old_states = 0;
    int new_states = 0;
    int journals = 0;
    for (int i = 0; i < 50; ++i) {
        files.write("rates.sqlite", old_store);
        std::filesystem::remove(files.store() + "-journal");
        // Half of them anywhere, half in the last third, where the store is written to.
        const auto share = i % 2 == 0 ? random() % 1000 : 666 + random() % 400;
        const auto child = start_import(files, "new.csv");
        std::this_thread::sleep_for(whole * share / 1000);
        kill(child, SIGKILL);
        wait_for(child);
        journals += std::filesystem::exists(files.store() + "-journal") ? 1 : 0;

        const auto opened = rate_store::open(files.store());
        REQUIRE(opened.ok());
        const auto check = opened->verify();
        REQUIRE(check.ok());
        REQUIRE(check->problems.empty());
        const bool is_old = check->quotes == old_quotes && check->imports == 1;
        const bool is_new = check->quotes == new_quotes && check->imports == 2;
        REQUIRE((is_old || is_new));
        old_states += is_old ? 1 : 0;
        new_states += is_new ? 1 : 0;
    }
    CHECK(old_states > 0);
    WARN(old_states << " old states, " << new_states << " new states, " << journals
                    << " killed while the store was written to");
    CHECK(wait_for(start_import(files, "new.csv")) == 0);
    CHECK(rate_store::open(files.store())->verify()->quotes == new_quotes);
}

TEST_CASE("store: a first import that is killed leaves no store, or an empty one", "[rates][store][slow]") {
    const bench files;
    files.write("new.csv", history(200, 1));
    const auto begin = clock_type::now();
    REQUIRE(wait_for(start_import(files, "new.csv")) == 0);
    const auto whole = clock_type::now() - begin;
    for (int i = 1; i <= 10; ++i) {
        std::filesystem::remove(files.store());
        std::filesystem::remove(files.store() + "-journal");
        const auto child = start_import(files, "new.csv");
        std::this_thread::sleep_for(whole * i / 11);
        kill(child, SIGKILL);
        wait_for(child);
        const auto opened = rate_store::open(files.store());
        if (!opened) {
            REQUIRE(ids_of(opened.problems()) == std::vector<std::string>{"store-missing"});
            continue;
        }
        const auto check = opened->verify();
        REQUIRE(check.ok());
        REQUIRE(check->problems.empty());
        REQUIRE((check->quotes == 0 || check->quotes == 200 * 30));
    }
    CHECK(wait_for(start_import(files, "new.csv")) == 0);
}

TEST_CASE("store: two imports at once both succeed", "[rates][store][slow]") {
    for (int i = 0; i < 8; ++i) {
        const bench files;
        files.write("one.csv", history(80, 0));
        files.write("two.csv", i % 2 == 0 ? history(80, 0) + "\n" : history(100, 3));
        const auto first = start_import(files, "one.csv");
        const auto second = start_import(files, "two.csv");
        REQUIRE(wait_for(first) == 0);
        REQUIRE(wait_for(second) == 0);
        const auto opened = rate_store::open(files.store());
        const auto check = opened->verify();
        REQUIRE(check->problems.empty());
        // The same values twice are one import, whoever came first.
        CHECK(check->imports == (i % 2 == 0 ? 1 : 2));
    }
}

TEST_CASE("store: an import waits for another program that writes", "[rates][store]") {
    const bench files;
    files.write("one.csv", history(5, 0));
    files.write("two.csv", history(9, 1));
    REQUIRE(files.import_file("one.csv", {}, true).ok());
    int ready[2];
    REQUIRE(pipe(ready) == 0);
    // What SQLite knows of its open files does not outlive a fork: the other program opens the store for itself.
    const auto other = fork();
    REQUIRE(other >= 0);
    if (other == 0) {
        store::database db(files.store(), store::database::purpose::write, std::chrono::seconds{1});
        db.execute("BEGIN EXCLUSIVE");
        const auto told = write(ready[1], "!", 1);
        std::this_thread::sleep_for(std::chrono::milliseconds{300});
        db.execute("COMMIT");
        _exit(told == 1 ? 0 : 1);
    }
    char byte = 0;
    REQUIRE(read(ready[0], &byte, 1) == 1);
    const auto begin = clock_type::now();
    CHECK(files.import_file("two.csv", {}, true).ok());
    CHECK(clock_type::now() - begin > std::chrono::milliseconds{200});
    CHECK(wait_for(other) == 0);
    close(ready[0]);
    close(ready[1]);
    CHECK(rate_store::open(files.store())->imports()->size() == 2);
}
