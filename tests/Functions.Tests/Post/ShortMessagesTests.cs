using NtmServerless.Domain.Plans.Import;
using Xunit;

namespace NtmServerless.Functions.Tests.Post;

/// <summary>What goes to a phone costs one message, names person, class and place, and has no accents, however long the names are.</summary>
public sealed class ShortMessagesTests
{
    private const string Name = "Hoàng Nguyễn Thị Phương Quỳnh Thương Nghiêm Khuổi Nghiền Trường Giang Hồng Nhung";
    private const string Venue = "Nhà văn hóa thôn Bản Rọi sáp nhập cùng Còn Coóc, Nà Làng, Pò Riềng và Khuổi Nghiền, xã Thanh Lòa";
    private const string Class = "Lớp 128 · Thanh Lòa sáp nhập cùng các thôn Bản Rọi, Còn Coóc, Nà Làng, Pò Riềng và Khuổi Nghiền · 17/09";
    private static readonly VietnameseTexts Texts = new();
    private static readonly LetterWords Words = new(Texts, new AppAddress(new Microsoft.Extensions.Configuration.ConfigurationBuilder().Build()));

    public static TheoryData<NoticeKind> Kinds => [.. Enum.GetValues<NoticeKind>()];

    public static TheoryData<NoticeKind> ToPeople => [.. Enum.GetValues<NoticeKind>().Where(k => k.TellsPeople())];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void ToUnit_OfEveryKind_IsOneMessageWithoutAccents(NoticeKind kind) => IsOne(Words.ToUnit(Plan, Words.Original(kind), Facts));

    [Theory]
    [MemberData(nameof(ToPeople))]
    public void ToPerson_OfEveryKind_IsOneMessage_AndNamesPersonClassAndPlace(NoticeKind kind)
    {
        string text = Words.ToParticipant(Plan, Words.Original(kind), "AB12CD34", Name, Facts);
        IsOne(text);
        Assert.Contains("Hoang Nguyen", text, StringComparison.Ordinal);
        Assert.Contains(kind.About() == PostSubjectKind.Class ? "Lop 128" : "Mo hinh nong", text, StringComparison.Ordinal);
        if (kind.About() != PostSubjectKind.Class) return;
        // The class is called by its place; where there is room the hall is said as well.
        Assert.Contains(kind == NoticeKind.ClassMessage ? "Thanh" : "Nha van hoa", text, StringComparison.Ordinal);
        Assert.Equal(kind != NoticeKind.ClassMessage, text.Contains("AB12CD34", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(ToPeople))]
    public void ToPerson_WithOrdinaryNames_LosesNothing(NoticeKind kind)
    {
        (string, object)[] facts = [.. Facts.Select(f => f.Name switch
        {
            "class" => (f.Name, (object)"Lớp 10 · Gia Cát · 17/09"),
            "venue" => (f.Name, "Nhà văn hóa xã"),
            _ => f,
        })];
        string text = Words.ToParticipant(Plan, Words.Original(kind), "AB12CD34", "Hoàng Thị Hường", facts);
        IsOne(text);
        Assert.Contains("Hoang Thi Huong", text, StringComparison.Ordinal);
        if (kind.About() == PostSubjectKind.Class) Assert.Contains("Lop 10 - Gia Cat - 17/09", text, StringComparison.Ordinal);
    }

    [Fact]
    public void ToPerson_InAnOfficesOwnWords_IsOneMessageToo()
    {
        NoticeWording own = new("", "", "Bà con ơi, {class} “nghỉ” – " + new string('n', 200) + " {code}");
        IsOne(Words.ToParticipant(Plan, own, "AB12CD34", Name, Facts));
    }

    private static Plan Plan { get; } = PlanImport.Read(TestPlan.Json().ToJsonString()).Plan!;

    private static (string Name, object Value)[] Facts =>
    [
        ("class", Class), ("host", "Ủy ban nhân dân xã Thanh Lòa"), ("lead", "Hội Nông dân"), ("venue", Venue), ("first", "thứ Tư, 17/09/2024, 7 giờ 30"),
        ("sessions", "buổi 1: thứ Tư, 17/09/2024"), ("opens", DateTimeOffset.UnixEpoch), ("closes", DateTimeOffset.UnixEpoch), ("confirmed", 12), ("least", 20),
        ("tour", "Đoàn tham quan"), ("destination", "Mô hình nông thôn mới kiểu mẫu huyện Hữu Lũng, tỉnh Lạng Sơn và các hợp tác xã kiểu mẫu"),
        ("departs", new DateOnly(2024, 8, 20)), ("returns", new DateOnly(2024, 8, 22)), ("members", 30), ("nominations", DateTimeOffset.UnixEpoch),
        ("period", "quý III năm 2024"), ("from", new DateOnly(2024, 6, 15)), ("to", new DateOnly(2024, 9, 14)), ("text", "Mai bà con mang theo ủng và sổ"),
    ];

    private static void IsOne(string text)
    {
        Assert.InRange(text.Length, 1, ShortMessage.Longest);
        Assert.All(text, c => Assert.InRange(c, ' ', '}'));
        Assert.DoesNotContain("{", text, StringComparison.Ordinal);
    }
}
