using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace NtmServerless.Documents.Tests.Layout;

/// <summary>The rules below motto, issuing body and abstract.</summary>
public sealed class RuleTests
{
    [Theory]
    // Measured with the metric-compatible Liberation Serif Bold.
    [InlineData("Độc lập - Tự do - Hạnh phúc", 13, 56.6)]
    [InlineData("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 88.3)]
    public void Width_OfALine_IsThatOfTheTypeface(string text, double size, double millimetres) =>
        Assert.InRange(BoldText.Width(text, size), millimetres - 1.5, millimetres + 1.5);

    [Fact]
    public void Rule_BelowTheMotto_IsAsLongAsIt()
    {
        using OpenedDocument document = new(Samples.All["announcement"]());
        Assert.Equal(BoldText.Width("Độc lập - Tự do - Hạnh phúc", 13), Length(document, "Độc lập - Tự do - Hạnh phúc"), 0.2);
    }

    [Theory]
    [InlineData("VĂN PHÒNG ĐIỀU PHỐI", "VĂN PHÒNG ĐIỀU PHỐI NÔNG THÔN MỚI HUYỆN", 12)]
    [InlineData("Tham dự lớp", null, 14)]
    public void Rule_BelowATitle_IsAThirdToAHalfOfItsLine(string beginning, string? line, double size)
    {
        using OpenedDocument document = new(Samples.All["invitation"]());
        Paragraph title = document.Find(beginning);
        string last = line ?? OpenedDocument.All<Text>(title)[^1].Text;
        double within = Within(title);
        double text = Math.Min(BoldText.Width(last, size), within);
        Assert.InRange(Length(document, beginning), text / 3, text / 2);
    }

    [Theory]
    [InlineData("một hai ba bốn năm sáu bảy tám chín mười", 60)]
    [InlineData("Truyền thông, tuyên truyền, bồi dưỡng, tập huấn chương trình MTQG xây dựng nông thôn mới năm 2024", 158)]
    [InlineData("ngắn", 158)]
    public void Balanced_KeepsTheWordsAndTheFewestLines(string text, double width)
    {
        string[] lines = BoldText.Balanced(text, 14, width).Split('\n');
        Assert.Equal(text, string.Join(' ', lines));
        Assert.All(lines, l => Assert.True(BoldText.Width(l, 14) <= width));
        Assert.Equal(Math.Ceiling(BoldText.Width(text, 14) / width), lines.Length);
        Assert.True(lines.Min(l => BoldText.Width(l, 14)) >= 0.6 * lines.Max(l => BoldText.Width(l, 14)));
    }

    // From the edges of what it stands in to the indents of the empty paragraph below.
    private static double Length(OpenedDocument document, string beginning)
    {
        Paragraph rule = document.Find(beginning).NextSibling<Paragraph>()!;
        Assert.NotNull(rule.ParagraphProperties!.ParagraphBorders!.TopBorder);
        Indentation indent = rule.ParagraphProperties.Indentation!;
        return Within(rule) - OpenedDocument.Millimetres(long.Parse(indent.Left!, CultureInfo.InvariantCulture) + long.Parse(indent.Right!, CultureInfo.InvariantCulture));
    }

    private static double Within(Paragraph paragraph) => paragraph.Parent is TableCell cell
        ? OpenedDocument.Millimetres(long.Parse(cell.TableCellProperties!.TableCellWidth!.Width!, CultureInfo.InvariantCulture))
        : Decree30.TextWidth;
}
