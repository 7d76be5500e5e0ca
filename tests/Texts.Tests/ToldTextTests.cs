using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xunit;

namespace NtmServerless.Texts.Tests;

/// <summary>No text promises that people were told: who was told is counted, and said by the page that counts (telling.json).</summary>
public sealed partial class ToldTextTests
{
    private static readonly string Folder = Path.Combine(AzuriteServer.RepositoryRoot(), "src", "Texts", "vi", "pages");

    [Fact]
    public void Text_NoneOutsideTheCount_SaysThatPeopleAreTold() => Assert.Equal([], Directory.EnumerateFiles(Folder, "*.json")
        .Where(f => Path.GetFileName(f) != "telling.json")
        .SelectMany(f => JsonNode.Parse(File.ReadAllText(f))!.AsObject())
        .Where(t => Promise().IsMatch(t.Value!.GetValue<string>())).Select(t => t.Key));

    [Theory]
    [InlineData("Đã hoãn đoàn; mọi thành viên được báo.")]
    [InlineData("Mọi người đã đăng ký và các đơn vị được báo, kèm lý do.")]
    [InlineData("Đã tạm hoãn lớp và báo cho mọi người.")]
    [InlineData("Người chờ được chuyển lên ngay theo thứ tự và được báo.")]
    [InlineData("Giấy mời đã được gửi đến học viên của lớp dưới đây.")]
    public void Promise_OfOldTexts_IsFound(string text) => Assert.Matches(Promise(), text);

    // Who "được báo" without a word of doubt ("ai đã được báo", "nếu không được báo", "chưa được báo"), or "báo cho mọi người".
    [GeneratedRegex(
        @"(?<!\b[Aa]i (đã )?|chưa |không )\bđược báo\b(?! cáo)|báo (tin )?cho mọi|đã được gửi đến học viên|giấy mời (tự gửi|được gửi)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Promise();
}
