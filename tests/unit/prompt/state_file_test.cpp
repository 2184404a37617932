#include "prompt/state_file.hpp"

#include "catch.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sys/stat.h>

using namespace outlay::prompt;

namespace {

/// A folder that is gone at the end.
class passing_folder {
public:
    passing_folder() {
        std::string path = (std::filesystem::temp_directory_path() / "outlay-state.XXXXXX").string();
        REQUIRE(::mkdtemp(path.data()) != nullptr);
        path_ = path;
    }
    passing_folder(const passing_folder&) = delete;
    passing_folder& operator=(const passing_folder&) = delete;
    ~passing_folder() { std::filesystem::remove_all(path_); }
    [[nodiscard]] std::string operator/(std::string_view name) const { return (path_ / name).string(); }
    [[nodiscard]] std::size_t files() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
    }

private:
    std::filesystem::path path_;
};

std::string content(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

mode_t mode_of(const std::string& path) {
    struct stat about {};
    REQUIRE(::stat(path.c_str(), &about) == 0);
    return about.st_mode & 0777U;
}

}  // namespace

TEST_CASE("a file of state is whole, private, and made with its folder", "[prompt]") {
    const passing_folder home;
    const auto path = home / "deep/outlay/draft";
    REQUIRE_FALSE(write_state(path, "Stargate\nUS\n"));
    CHECK(read_state(path) == "Stargate\nUS\n");
    CHECK(mode_of(path) == 0600);
    CHECK(mode_of(home / "deep/outlay") == 0700);
    REQUIRE_FALSE(write_state(path, "shorter\n"));
    CHECK(content(path) == "shorter\n");
    CHECK(read_state(home / "missing") == std::nullopt);
    CHECK_FALSE(write_state("", "nowhere to keep it"));
}

TEST_CASE("what cannot be written is told, and nothing half-written is left", "[prompt]") {
    const passing_folder home;
    std::filesystem::create_directory(home / "draft");
    const auto in_the_way = write_state(home / "draft", "text");
    REQUIRE(in_the_way);
    CHECK(in_the_way->id == "state-unwritable");
    CHECK(home.files() == 1);
    REQUIRE_FALSE(write_state(home / "file", "text"));
    CHECK(write_state((home / "file") + "/outlay/history", "text"));
    CHECK(content(home / "file") == "text");
}

TEST_CASE("a file that the user names is replaced only when told", "[prompt]") {
    const passing_folder home;
    const auto path = home / "mine.toml";
    REQUIRE_FALSE(write_file(path, "one\n", false));
    const auto again = write_file(path, "two\n", false);
    REQUIRE(again);
    CHECK(again->id == "file-exists");
    CHECK(content(path) == "one\n");
    REQUIRE_FALSE(write_file(path, "two\n", true));
    CHECK(content(path) == "two\n");
    CHECK((mode_of(path) & 0400U) != 0);
}

TEST_CASE("history keeps the newest lines of all prompts, and what is no line is dropped", "[prompt]") {
    const passing_folder home;
    const auto path = home / "history";
    std::ofstream(path, std::ios::binary) << "1 + 1\n\xFF\xFE\nred\x1b[31m\n\n2조원\nno end";
    history_file one(path);
    CHECK(one.lines() == std::vector<std::string>{"1 + 1", "2조원", "no end"});
    history_file other(path);
    CHECK_FALSE(other.add("from another prompt"));
    CHECK_FALSE(one.add("3 + 3"));
    CHECK_FALSE(one.add("3 + 3"));  // once more is no news
    CHECK_FALSE(one.add("two\nlines"));
    CHECK(content(path) == "1 + 1\n2조원\nno end\nfrom another prompt\n3 + 3\n");
    CHECK(mode_of(path) == 0600);

    std::ofstream many(path, std::ios::binary);
    for (int i = 0; i < 1500; ++i) many << i << " + 0\n";
    many.close();
    history_file bounded(path);
    CHECK(bounded.lines().size() == history_file::most_lines);
    CHECK(bounded.lines().front() == "500 + 0");
    CHECK_FALSE(bounded.add("last"));
    CHECK(history_file(path).lines().front() == "501 + 0");
    CHECK(history_file(path).lines().back() == "last");
}

TEST_CASE("a history that cannot be kept is told once, and goes on without its file", "[prompt]") {
    const passing_folder home;
    std::filesystem::create_directory(home / "history");
    history_file lines(home / "history");
    const auto first = lines.add("1 + 1");
    REQUIRE(first);
    CHECK(first->level == outlay::severity::warning);
    CHECK_FALSE(lines.add("2 + 2"));
    CHECK(lines.lines() == std::vector<std::string>{"1 + 1", "2 + 2"});
    history_file nowhere("");
    CHECK_FALSE(nowhere.add("1 + 1"));
    CHECK(nowhere.lines().size() == 1);
}
