using Xunit;

namespace NtmServerless.Domain.Tests.Notices;

/// <summary>What an office may write into a notice.</summary>
public sealed class NoticeTextTests
{
    private const string Original = "Lớp {class} học ngày {first}.";

    private static readonly Dictionary<string, string> Names = new() { ["class"] = "lớp", ["first"] = "buổi đầu", ["venue"] = "địa điểm" };

    [Fact]
    public void Text_InTheOfficesWords_IsStoredByItsNames()
    {
        Checks checks = new();
        Assert.Equal("Mời bà con: {class}, {first}, {venue}", NoticeText.Read(checks, "body", "Mời bà con: {lớp}, { Buổi đầu }, {địa điểm}", Original, Names));
        Assert.Empty(checks.Errors);
    }

    [Fact]
    public void Text_ThatIsTheProductsOwn_IsNotKept()
    {
        Checks checks = new();
        Assert.Null(NoticeText.Read(checks, "body", "Lớp {lớp} học ngày {buổi đầu}.", Original, Names));
        Assert.Empty(checks.Errors);
    }

    [Theory]
    [InlineData("{lớp} {buổi đầu} {tên}", "notice-placeholder")]
    [InlineData("{lớp} {buổi đầu} {class}", "notice-placeholder")]
    [InlineData("{lớp} {buổi đầu", "notice-brace")]
    [InlineData("{lớp} ngày mai", "notice-missing")]
    [InlineData("Mời bà con", "notice-missing")]
    public void Text_ThatCannotBeFilled_IsRefused(string typed, string code)
    {
        Checks checks = new();
        NoticeText.Read(checks, "body", typed, Original, Names);
        Assert.Contains(code, checks.Errors.Select(e => e.Code));
    }

    [Fact]
    public void Text_Shown_NamesWhatIsFilledInTheOfficesWords() =>
        Assert.Equal("Lớp {lớp} học ngày {buổi đầu}.", NoticeText.Shown(Original, Names));

    [Fact]
    public void Length_CountsWhatIsFilledIn() => Assert.Equal("Lớp  học ngày .".Length + 40, NoticeText.Length(Original));

    [Fact]
    public void Setting_OfWhatPeopleMustHear_IsNeverOff()
    {
        NoticeSetting held = new(NoticeKind.ClassCancelled);
        Assert.Equal(Rule.NoticeHeld, Assert.Throws<RuleBrokenException>(() => held.Switch("bận")).Rule);
        Assert.False(new NoticeSettings([held with { IsOff = true }]).IsOff(NoticeKind.ClassCancelled));
    }

    [Fact]
    public void Setting_SwitchedOffAndOn_ForgetsTheReason()
    {
        NoticeSetting off = new NoticeSetting(NoticeKind.ReportReminder).Switch("đã có nhóm Zalo");
        Assert.Equal((true, "đã có nhóm Zalo"), (off.IsOff, off.Reason));
        Assert.Equal(new NoticeSetting(NoticeKind.ReportReminder), off.Switch(null));
    }

    [Fact]
    public void Post_OfANoticeThatIsOff_ReachesNobody()
    {
        Posting posting = new(
            new("p"), new PostSubject(PostSubjectKind.Class, "c"), "s", DateTimeOffset.UnixEpoch,
            [new Notice(NoticeKind.Invitation, ["u"], ToParticipants: true, Off: true), new Notice(NoticeKind.ListConfirmed, ["u"])]);
        ComposedPost post = PostRules.Compose(posting, "b", new PostChannels(true, true), new Dictionary<string, UnitContacts>(), [["AB"], []]);
        Assert.Equal([NoticeKind.ListConfirmed], post.Entries.Select(e => e.Kind));
        Assert.Empty(post.Messages);
    }

    [Fact]
    public void Kinds_EachOne_IsAboutTheRecordThatItsNameSays() => Assert.All(Enum.GetValues<NoticeKind>(), kind => Assert.Equal(
        $"{kind}" switch
        {
            "MessageFailed" => PostSubjectKind.Message,
            "SignInsRefused" => PostSubjectKind.Account,
            var name when name.StartsWith("Tour", StringComparison.Ordinal) => PostSubjectKind.Tour,
            var name when name.StartsWith("Declaration", StringComparison.Ordinal) => PostSubjectKind.Declaration,
            var name when name.StartsWith("Periodic", StringComparison.Ordinal) => PostSubjectKind.Report,
            _ => PostSubjectKind.Class,
        },
        kind.About()));
}
