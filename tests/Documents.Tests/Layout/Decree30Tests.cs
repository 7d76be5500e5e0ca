using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace NtmServerless.Documents.Tests.Layout;

/// <summary>Each document as it is in its file, held against the figures of Decree 30/2020/NĐ-CP, appendix I.</summary>
public sealed class Decree30Tests
{
    // A twip is 0.018 mm.
    private const double Tolerance = 0.05;

    public static TheoryData<string> Names() => [.. Samples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pages_AreA4WithTheDecreesMargins(string name)
    {
        using OpenedDocument document = new(Samples.All[name]());
        Assert.All(document.Sections, section =>
        {
            PageSize size = section.GetFirstChild<PageSize>()!;
            bool wide = size.Orient?.Value == PageOrientationValues.Landscape;
            Assert.Equal((wide ? 297 : 210, wide ? 210 : 297), (Math.Round(OpenedDocument.Millimetres(size.Width!)), Math.Round(OpenedDocument.Millimetres(size.Height!))));
            PageMargin margin = section.GetFirstChild<PageMargin>()!;
            Assert.InRange(OpenedDocument.Millimetres(margin.Top!), 20 - Tolerance, 25);
            Assert.InRange(OpenedDocument.Millimetres(margin.Bottom!), 20 - Tolerance, 25);
            Assert.InRange(OpenedDocument.Millimetres(margin.Left!), 30 - Tolerance, 35);
            Assert.InRange(OpenedDocument.Millimetres(margin.Right!), 15 - Tolerance, 20);
        });
    }

    [Theory]
    [InlineData("participants", 1)]
    [InlineData("signing-sheet", 3)]
    [InlineData("class-report", 2)]
    [InlineData("plan", 0)]
    public void Lists_LieOnTheirSide(string name, int wide)
    {
        using OpenedDocument document = new(Samples.All[name]());
        Assert.Equal(wide, document.Sections.Count(s => s.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void PageNumber_IsInTheMiddleOfTheTopMargin_FromTheSecondPageOn(string name)
    {
        using OpenedDocument document = new(Samples.All[name]());
        Assert.All(document.Sections, section =>
        {
            Assert.NotNull(section.GetFirstChild<TitlePage>());
            Assert.DoesNotContain("PAGE", document.Header(section, HeaderFooterValues.First).Header!.InnerXml, StringComparison.Ordinal);
            SimpleField number = Assert.Single(OpenedDocument.All<SimpleField>(document.Header(section, HeaderFooterValues.Default).Header!));
            Assert.Equal("PAGE", number.Instruction!.Value!.Trim());
            Style style = document.StyleOf((Paragraph)number.Parent!);
            Assert.Equal("center", style.StyleParagraphProperties!.Justification!.Val!.InnerText);
            Assert.InRange(double.Parse(style.StyleRunProperties!.FontSize!.Val!, CultureInfo.InvariantCulture) / 2, 13, 14);
            Assert.InRange(OpenedDocument.Millimetres(section.GetFirstChild<PageMargin>()!.Header!), 5, 15);
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Letters_AreTimesNewRomanInBlack(string name)
    {
        using OpenedDocument document = new(Samples.All[name]());
        RunPropertiesBaseStyle letters = document.Main.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!;
        Assert.Equal("Times New Roman", letters.RunFonts!.Ascii);
        Assert.Equal("Times New Roman", letters.RunFonts.HighAnsi);
        Assert.Equal("000000", letters.Color!.Val);
        Assert.Empty(OpenedDocument.All<RunFonts>(document.Body));
        Assert.Empty(OpenedDocument.All<FontSize>(document.Body));
    }

    [Theory]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, true, false, "center")]
    [InlineData("Độc lập - Tự do - Hạnh phúc", 13, 14, true, false, "center")]
    [InlineData("BAN CHỈ ĐẠO CÁC CHƯƠNG TRÌNH MTQG HUYỆN CAO LỘC", 12, 13, false, false, "center")]
    [InlineData("VĂN PHÒNG ĐIỀU PHỐI NÔNG THÔN MỚI HUYỆN", 12, 13, true, false, "center")]
    [InlineData("Số: 05/TB-VPĐP", 13, 13, false, false, "center")]
    [InlineData("Cao Lộc, ngày 05 tháng 5 năm 2024", 13, 14, false, true, "center")]
    [InlineData("THÔNG BÁO", 13, 14, true, false, "center")]
    [InlineData("Về việc tổ chức lớp", 13, 14, true, false, "center")]
    [InlineData("Thực hiện Kế hoạch", 13, 14, false, false, "both")]
    [InlineData("Nơi nhận:", 12, 12, true, true, "left")]
    [InlineData("- UBND các xã", 11, 11, false, false, "left")]
    [InlineData("CHÁNH VĂN PHÒNG", 13, 14, true, false, "center")]
    [InlineData("Hoàng Văn Mẫu", 13, 14, true, false, "center")]
    public void Block_OfAnAnnouncement_HasItsSizeAndWeight(string beginning, double least, double most, bool bold, bool italic, string align)
    {
        using OpenedDocument document = new(Samples.All["announcement"]());
        (double size, bool isBold, bool isItalic, string isAligned) = document.Look(beginning);
        Assert.InRange(size, least, most);
        Assert.Equal((bold, italic, align), (isBold, isItalic, isAligned));
    }

    [Theory]
    [InlineData("Phụ lục I", true, false)]
    [InlineData("DANH SÁCH NGƯỜI THAM DỰ", true, false)]
    [InlineData("(Kèm theo Báo cáo số 12/BC-VPĐP ngày 05 tháng 5 năm 2024 của Văn phòng Điều phối nông thôn mới huyện)", false, true)]
    public void Annex_IsNamedWithTheDocumentItBelongsTo(string beginning, bool bold, bool italic)
    {
        using OpenedDocument document = new(Samples.All["class-report"]());
        (double size, bool isBold, bool isItalic, string align) = document.Look(beginning);
        Assert.InRange(size, 13, 14);
        Assert.Equal((bold, italic, "center"), (isBold, isItalic, align));
    }

    [Fact]
    public void Body_IsIndentedAndSpaced()
    {
        using OpenedDocument document = new(Samples.All["announcement"]());
        StyleParagraphProperties body = document.StyleOf(document.Find("Thực hiện Kế hoạch")).StyleParagraphProperties!;
        Assert.InRange(OpenedDocument.Millimetres(long.Parse(body.Indentation!.FirstLine!, CultureInfo.InvariantCulture)), 10, 12.7 + Tolerance);
        Assert.InRange(long.Parse(body.SpacingBetweenLines!.Line!, CultureInfo.InvariantCulture) / 240.0, 1, 1.5);
        Assert.True(long.Parse(body.SpacingBetweenLines.After!, CultureInfo.InvariantCulture) / 20.0 >= 6);
    }
}
