using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace NtmServerless.Documents.Tests.Plans;

/// <summary>The sample plan, written back from its data, is the plan as it was published.</summary>
public sealed class PlanDocumentTests
{
    [Fact]
    public void Body_IsThePublishedText_ParagraphByParagraph()
    {
        string[] seed = [.. SeedText.Paragraphs().SkipWhile(t => !t.StartsWith("Căn cứ", StringComparison.Ordinal)).TakeWhile(t => t != "Nơi nhận:")];
        using OpenedDocument document = new(OfficialDocuments.Plan(SampleClass.Plan));
        string[] written = [.. document.Texts.Select(SeedText.Plain).SkipWhile(t => !t.StartsWith("Căn cứ", StringComparison.Ordinal)).TakeWhile(t => t != "Nơi nhận:")];
        Assert.True(seed.Length > 80, $"{seed.Length} paragraphs");
        Assert.Equal(seed, written);
    }

    [Fact]
    public void HeadAndEnd_AreThePublishedOnes()
    {
        using OpenedDocument document = new(OfficialDocuments.Plan(SampleClass.Plan));
        string[] texts = [.. document.Texts.Select(SeedText.Plain)];
        string[] head = ["Số: /KH-BCĐ", "Cao Lộc, ngày tháng 3 năm 2024", "KẾ HOẠCH", "Truyền thông, tuyên truyền, bồi dưỡng, tập huấn chương trình MTQG xây dựng nông thôn mới năm 2024"];
        Assert.Equal(head, texts.SkipWhile(t => !t.StartsWith("Số:", StringComparison.Ordinal)).Take(4));
        IEnumerable<string> seed = SeedText.Paragraphs().SkipWhile(t => t != "Nơi nhận:");
        Assert.Equal(seed.Order(StringComparer.Ordinal).SelectMany(Words).Order(StringComparer.Ordinal), texts.SkipWhile(t => t != "Nơi nhận:").SelectMany(Words).Order(StringComparer.Ordinal));
        Assert.Equal(["KT. TRƯỞNG BAN", "PHÓ TRƯỞNG BAN", "PHÓ CHỦ TỊCH UBND HUYỆN", "Nguyễn Văn Thịnh"], texts[^4..]);
    }

    [Fact]
    public void GovernmentPost_StandsBelowTheSignature_AboveTheName()
    {
        using OpenedDocument document = new(OfficialDocuments.Plan(SampleClass.Plan));
        Assert.Null(document.Find("PHÓ TRƯỞNG BAN").ParagraphProperties!.SpacingBetweenLines);
        Assert.True(OpenedDocument.Millimetres(long.Parse(document.Find("PHÓ CHỦ TỊCH").ParagraphProperties!.SpacingBetweenLines!.Before!, null)) >= 20);
        Assert.Equal("0", document.Find("Nguyễn Văn Thịnh").ParagraphProperties!.SpacingBetweenLines!.Before);
    }

    [Fact]
    public void Plan_ThatIsNumberedAndSigned_SaysSo()
    {
        Plan signed = SampleClass.Plan with { Number = 7, SignedOn = new DateOnly(2024, 3, 5), Notation = "KH-BCĐ", ParentBody = "Ủy ban nhân dân huyện Cao Lộc" };
        using OpenedDocument document = new(OfficialDocuments.Plan(signed));
        Assert.Contains("Số: 07/KH-BCĐ", document.Texts);
        Assert.Contains("Cao Lộc, ngày 05 tháng 3 năm 2024", document.Texts);
        Assert.Equal("ỦY BAN NHÂN DÂN HUYỆN CAO LỘC", document.Texts[0]);
    }

    [Fact]
    public void Plan_OfNothingButStreams_IsWritten()
    {
        Plan bare = SampleClass.Plan with
        {
            LegalBases = [],
            Enactment = null,
            Headings = [],
            Purposes = [],
            Requirements = [],
            CommunicationContents = [],
            Topics = [],
            TopicsIntroduction = null,
            CommunicationForms = [],
            StudyTours = [],
            Funding = null,
            Responsibilities = [],
            Closing = null,
            Recipients = [],
            Signer = null,
        };
        using OpenedDocument document = new(OfficialDocuments.Plan(bare));
        Assert.Contains("+ Số lượng: 10 lớp; 50 người/ lớp", document.Texts);
        Assert.DoesNotContain("Nơi nhận:", document.Texts);
        Assert.Single(document.Sections);
        Assert.Empty(OpenedDocument.All<Bold>(document.Body));
    }

    private static string[] Words(string text) => [.. text.Split(' ').Where(w => w != "-")];
}
