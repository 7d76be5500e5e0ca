using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Xunit;

namespace NtmServerless.Documents.Tests.PeriodicReports;

public sealed class PeriodicReportTests
{
    [Fact]
    public void Report_SaysWhatTheFiguresSay()
    {
        using OpenedDocument document = new(Samples.All["periodic-report"]());
        Assert.Contains(document.Texts, t => t.StartsWith("Trong kỳ có 08 lớp đã tổ chức và được duyệt báo cáo kết quả, trong đó có 07 lớp theo kế hoạch (kế hoạch năm là 19 lớp", StringComparison.Ordinal));
        Assert.Contains(document.Texts, t => t.EndsWith("với 333 người đăng ký, 321 người dự, trong đó có 195 nữ (60,7%).", StringComparison.Ordinal));
        Assert.Contains("Các xã tự tổ chức 01 lớp.", document.Texts);
        Assert.Contains("Lũy kế từ đầu năm kế hoạch có 08 lớp được duyệt, trong đó có 07 lớp theo kế hoạch, đạt 36,8% kế hoạch năm, với 321 người dự.",
            document.Texts);
        Assert.Contains("Kinh phí đã dùng trong kỳ: 160.750.500 đồng (bằng chữ: Một trăm sáu mươi triệu bảy trăm năm mươi nghìn năm trăm đồng).",
            document.Texts);
        Assert.Contains("Các đơn vị chưa gửi số liệu trong kỳ: Ủy ban nhân dân xã Mẫu Sơn; Ủy ban nhân dân xã Công Sơn.", document.Texts);
    }

    [Fact]
    public void Streams_OfThePlan_AreAddedUpByThemselves()
    {
        using OpenedDocument document = new(Samples.All["periodic-report"]());
        IReadOnlyList<string>[] rows = [.. document.LinedTables[0].Elements<TableRow>().Select(OpenedDocument.Cells)];
        Assert.Equal(["1", "2", "3", "", "4", ""], rows[1..].Select(r => r[0]));
        Assert.Equal(["", "Cộng theo kế hoạch", "19", "7", "36,8%", "950", "283", "175", "8"], rows[4]);
        Assert.Equal(["", "Tổng cộng", "–", "8", "–", "–", "321", "195", "8"], rows[6]);
        Assert.Equal(18, OpenedDocument.All<Bold>(document.LinedTables[0]).Length);
    }

    [Fact]
    public void Remarks_StandUnderTheUnitThatWroteThem()
    {
        using OpenedDocument document = new(Samples.All["periodic-report"]());
        string[] texts = [.. document.Texts.SkipWhile(t => t != "V. KHÓ KHĂN, VƯỚNG MẮC")
            .TakeWhile(t => !t.StartsWith("Các đơn vị chưa", StringComparison.Ordinal))];
        Assert.Equal(
            [
                "V. KHÓ KHĂN, VƯỚNG MẮC", "- Ủy ban nhân dân xã Gia Cát:", "Hội trường nhỏ, thiếu bàn ghế.", "- Hội Liên hiệp Phụ nữ huyện:",
                "Trùng mùa vụ nên hội viên đi học chưa đều.", "Đường vào thôn Bản Lề sạt lở.", "VI. ĐỀ XUẤT, KIẾN NGHỊ", "- Ủy ban nhân dân xã Gia Cát:",
                "Đề nghị hỗ trợ kinh phí mua máy chiếu.",
            ],
            texts);
    }

    [Fact]
    public void Comparison_StandsBesideThePeriodBeforeAndTheYear()
    {
        using OpenedDocument document = new(Samples.All["periodic-report"]());
        Table comparison = document.LinedTables.Single(t => OpenedDocument.Cells(t.Elements<TableRow>().First())[0] == "Chỉ tiêu");
        Assert.Equal(["Lớp được duyệt", "8", "0", "8"], OpenedDocument.Cells(comparison.Elements<TableRow>().ElementAt(1)));
    }

    [Fact]
    public void Chart_HoldsPlannedAndHeldOfEachStreamWithANumber()
    {
        using OpenedDocument document = new(Samples.All["periodic-report"]());
        ChartPart part = Assert.Single(document.Main.GetPartsOfType<ChartPart>());
        string[] values = [.. part.ChartSpace!.Descendants<DocumentFormat.OpenXml.Drawing.Charts.NumberLiteral>()
            .Select(n => string.Join(' ', n.Elements<DocumentFormat.OpenXml.Drawing.Charts.NumericPoint>().Select(p => p.InnerText)))];
        Assert.Equal(["10 2 7", "4 1 2"], values);
    }

    [Fact]
    public void YearReport_HasNoYearSoFar_AndAnEmptyPeriodIsWritten()
    {
        ReportFigures nothing = SampleReport.Figures with
        {
            Streams = [],
            AttendedByUnit = new Dictionary<string, int>(),
            AttendedByAudience = new Dictionary<string, int>(),
            AttendedByEthnicGroup = new Dictionary<string, int>(),
            CommunicationByChannel = new Dictionary<string, int>(),
            CommunicationByUnit = new Dictionary<string, int>(),
            Spent = new Dictionary<string, long>(),
            ToursHeld = 0,
            TourMembers = 0,
            ClassesCancelled = 0,
            ReportsMissing = 0,
        };
        ReportFile file = new(SampleClass.Plan, SampleReport.Report(ReportingPeriods.Decree09.YearOf(2024), nothing));
        using OpenedDocument document = new(Samples.Documents.PeriodicReport(SampleReport.Head, file));
        Assert.Contains(document.Texts, t => t.StartsWith("Trong kỳ có 0 lớp", StringComparison.Ordinal));
        Assert.DoesNotContain(document.Texts, t => t.StartsWith("Lũy kế", StringComparison.Ordinal)
            || t.StartsWith("Các đơn vị chưa gửi", StringComparison.Ordinal));
        Assert.Equal(2, document.Texts.Count(t => t == "Các đơn vị không nêu."));
        Assert.Empty(document.Main.GetPartsOfType<ChartPart>());
        Assert.Single(document.LinedTables);
    }

    [Fact]
    public void Report_WithClassesThatUnitsDeclared_SaysThatTheyAreTheUnitsWord()
    {
        const string Begins = "Trong số lớp trên có ";
        StreamFigures[] streams = [.. SampleReport.Figures.Streams];
        ReportFigures declared = SampleReport.Figures with { Streams = [streams[0] with { Declared = 2 }, .. streams[1..]] };
        Assert.Equal(
            ["Trong số lớp trên có 02 lớp ghi theo báo cáo của đơn vị, không đăng ký qua chương trình."], Said(declared));
        Assert.Empty(Said(SampleReport.Figures));

        string[] Said(ReportFigures figures)
        {
            ReportFile file = new(SampleClass.Plan, SampleReport.Report(ReportingPeriods.Decree09.Month(2024, 4), figures));
            using OpenedDocument document = new(Samples.Documents.PeriodicReport(SampleReport.Head, file));
            return [.. document.Texts.Where(t => t.StartsWith(Begins, StringComparison.Ordinal))];
        }
    }

    [Fact]
    public void Report_ThatIsNotCompiled_IsRefused() => Assert.Throws<ArgumentException>(() =>
        Samples.Documents.PeriodicReport(SampleReport.Head, new ReportFile(SampleClass.Plan,
            SampleReport.Report(ReportingPeriods.Decree09.Month(2024, 4), null))));

    [Fact]
    public void Period_IsNamedAsInVietnam()
    {
        VietnameseTexts texts = new();
        Assert.Equal("tháng 4 năm 2024", texts.Period(ReportingPeriods.Decree09.Month(2024, 4)));
        Assert.Equal("quý IV năm 2024", texts.Period(ReportingPeriods.Decree09.Quarter(2024, 4)));
        Assert.Equal("6 tháng cuối năm 2024", texts.Period(ReportingPeriods.Decree09.HalfYear(2024, 2)));
        Assert.Equal("năm 2024", texts.Period(ReportingPeriods.Decree09.YearOf(2024)));
    }
}
