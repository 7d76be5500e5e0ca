namespace NtmServerless.Documents.Tests.Support;

/// <summary>The report on the second quarter of the sample plan.</summary>
internal static class SampleReport
{
    public static readonly DocumentHead Head = new()
    {
        IssuingBody = SampleClass.Plan.IssuingBody,
        Number = new DocumentNumber(null, "BC-BCĐ"),
        Place = "Cao Lộc",
        Date = new DocumentDate(null, 6, 2024),
        Signer = SampleClass.Plan.Signer,
        Recipients = [.. SampleClass.Plan.Recipients.Select(r => r.Text!)],
    };

    public static readonly ReportFigures Figures = new(
        new DateOnly(2024, 3, 15), new DateOnly(2024, 6, 14),
        [
            new("khu-dan-cu-kieu-mau", 10, 500, 4, 3, 148, 141, 5, 83),
            new("xa-nong-thon-moi", 2, 100, 1, 1, 50, 47, 0, 21),
            new("hoi-vien-doan-vien", 7, 350, 2, 2, 97, 95, 3, 71),
            new("xa-tu-to-chuc", null, null, 1, 1, 38, 38, 0, 20),
        ],
        new Dictionary<string, int> { ["xa-gia-cat"] = 121, ["xa-hop-thanh"] = 98, ["thi-tran-cao-loc"] = 102 },
        new Dictionary<string, int> { [nameof(Audience.UnionMember)] = 95, [nameof(Audience.VillageDevelopmentBoard)] = 120, [nameof(Audience.ExemplaryHousehold)] = 106 },
        new Dictionary<string, int> { ["Tày"] = 110, ["Nùng"] = 140, ["Kinh"] = 51, [""] = 20 },
        new Dictionary<string, int> { [nameof(CommunicationChannel.Broadcast)] = 1_240, [nameof(CommunicationChannel.NewsItem)] = 86, [nameof(CommunicationChannel.Poster)] = 45 },
        new Dictionary<string, int> { ["trung-tam-van-hoa-the-thao-truyen-thong"] = 131, ["xa-gia-cat"] = 620, ["xa-hop-thanh"] = 620 },
        1, 34,
        new Dictionary<string, long> { ["kinh-phi-su-nghiep"] = 148_500_000, ["kinh-phi-don-vi"] = 12_250_500 },
        1, 1);

    public static readonly ReportFile File = new(SampleClass.Plan, Report(ReportingPeriods.Decree09.Quarter(2024, 2), Figures))
    {
        Before = Figures with { Streams = [.. Figures.Streams.Select(s => s with { ClassesHeld = 0, Attended = 0, Women = 0 })] },
        Remarks =
        [
            new("xa-gia-cat", "Hội trường nhỏ, thiếu bàn ghế.", "Đề nghị hỗ trợ kinh phí mua máy chiếu."),
            new("hoi-phu-nu", "Trùng mùa vụ nên hội viên đi học chưa đều.\nĐường vào thôn Bản Lề sạt lở.", null),
        ],
        UnitsMissing = ["xa-mau-son", "xa-cong-son"],
    };

    /// <summary>A year's report with what the plan before handed on, corrections and money of two budget years.</summary>
    public static readonly ReportFile OfYear = new(SampleClass.Plan, Report(ReportingPeriods.Decree09.YearOf(2024), Figures with
    {
        BudgetYears =
        [
            new(2023, new Dictionary<string, long>(), new Dictionary<string, long> { ["kinh-phi-su-nghiep"] = 8_500_000 }),
            new(2024, new Dictionary<string, long> { ["kinh-phi-su-nghiep"] = 140_000_000, ["kinh-phi-don-vi"] = 12_250_500 }, new Dictionary<string, long>()),
        ],
    }) with
    {
        Corrections = new ReportCorrections(
            null, 0, [new Correction(FigurePart.Women, "khu-dan-cu-kieu-mau", 83, 84), new Correction(FigurePart.AttendedBySex, "Women", 195, 196)]),
        Carried =
        [
            new CarriedFigures(
                new("cao-loc-2023"), 2023, Figures with { CommunicationByUnit = new Dictionary<string, int> { ["xa-gia-cat"] = 4 } },
                ReportCorrections.None, [], new Dictionary<string, string>()),
        ],
    })
    {
        UnitsMissing = ["xa-mau-son"],
    };

    public static PeriodicReport Report(ReportingPeriod period, ReportFigures? figures) => new()
    {
        PlanId = SampleClass.Plan.Id,
        Period = period,
        Id = period.Id,
        Stage = ReportStage.Compiled,
        AskedAt = SampleClass.At(6, 15, 7, 0),
        Figures = figures,
        YearSoFar = figures,
    };
}
