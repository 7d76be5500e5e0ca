using NtmServerless.Domain.Access;
using NtmServerless.Pages.Audit;
using NtmServerless.Texts;
using Xunit;

namespace NtmServerless.Pages.Tests.Audit;

public sealed class AuditWordsTests
{
    private static readonly VietnameseTexts Texts = new();
    private static readonly Dictionary<string, string> Names = new() { ["c0dcf650a2da01c5"] = "Lớp 10 · Tân Thành · 17/09" };

    [Theory]
    [InlineData("roster-read", "c0dcf650a2da01c5", "Lớp 10 · Tân Thành · 17/09")]
    [InlineData("evidence-read", "c0dcf650a2da01c5/9f86d081884c7d65", "Lớp 10 · Tân Thành · 17/09")]
    [InlineData("document-made", "9f86d081-884c7d65", "Mở hồ sơ")]
    [InlineData("communication-logged", "3be934e1713a", null)]
    [InlineData("account-made", "nguyenvanan1985", "nguyenvanan1985")]
    [InlineData("signed-in", null, null)]
    public void Record_OfALine_IsItsNameAndNeverAnIdOfAMachine(string what, string? target, string? said) =>
        Assert.Equal(said, Texts.Record(Line(what, target), Names));

    [Fact]
    public void Path_OfAFileOfAClass_IsTheClass() =>
        Assert.Equal("/can-bo/lop/c0dcf650a2da01c5", Line("evidence-read", "c0dcf650a2da01c5/9f86d081884c7d65").Path);

    private static AuditLine Line(string what, string? target) => new(DateTimeOffset.UnixEpoch, [Actor.Public], what, 1, target, AuditPlace.Trail);
}
