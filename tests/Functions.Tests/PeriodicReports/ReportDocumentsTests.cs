using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Configuration;
using NtmServerless.Domain.Declarations;
using Xunit;

namespace NtmServerless.Functions.Tests.PeriodicReports;

/// <summary>A report is issued once, whatever happens between; what is kept of it makes it again.</summary>
public sealed class ReportDocumentsTests(RunningApp app)
{
    private static readonly Actor By = new("chị Hoa", "ban-chi-dao");
    private static readonly Plan Plan = PlanImport.Read(File.ReadAllText(Path.Combine(AzuriteServer.RepositoryRoot(), "plans", "caoloc-2024.json"))).Plan!;
    private static readonly AnnexTable Answers = new("Trả lời của đơn vị", ["Đơn vị", "Số lượng"], [["Xã Gia Cát", 12]]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Issue_SeveralTimesAtOnce_GivesOneNumberAndOneAnnex()
    {
        Desk desk = await DeskAsync();
        ReportFile file = new(Plan, Report(4));

        IReadOnlyList<OfficialDocument>[] issued = await Task
            .WhenAll(Enumerable.Range(0, 4).Select(_ => desk.Reports.IssueReportAsync(file, [Answers], By, Cancellation)));
        IReadOnlyList<OfficialDocument> next = await desk.Reports.IssueReportAsync(new ReportFile(Plan, Report(5)), [], By, Cancellation);

        (OfficialDocument report, OfficialDocument annex) = (issued[0][0], issued[0][1]);
        Assert.All(issued, i => Assert.Equal([report.Id, annex.Id], i.Select(d => d.Id)));
        Assert.Equal(("01/BC-BCĐ", "01/BC-BCĐ", new DateOnly(2024, 4, 17), DocumentKind.ReportAnnex),
            (report.NumberText, annex.NumberText, report.Date, annex.Kind));
        Assert.Equal("02/BC-BCĐ", next[0].NumberText);
        Assert.Equal(2, (await desk.Reports.OfReportAsync(Plan, new(report.AboutId), Cancellation)).Count);
        string text = DocumentApiTests.TextOf(await desk.Kept.BytesAsync(report, Cancellation));
        Assert.Contains("01/BC-BCĐ", text, StringComparison.Ordinal);
        Assert.Contains("Cao Lộc, ngày 17 tháng 4 năm 2024", text, StringComparison.Ordinal);
        Assert.Contains("Nguyễn Văn Thịnh", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_LostInACrash_AreMadeAgainFromWhatIsKept()
    {
        Desk desk = await DeskAsync();
        IReadOnlyList<OfficialDocument> issued = await desk.Reports.IssueReportAsync(new ReportFile(Plan, Report(4)), [Answers], By, Cancellation);
        foreach (OfficialDocument document in issued)
        {
            byte[] before = await desk.Kept.BytesAsync(document, Cancellation);
            await desk.Files.RemoveAsync(document.PlanId, document.AboutId, issued.Select(d => d.SourceSha256).ToHashSet(), Cancellation);
            Assert.Equal(before, await desk.Kept.BytesAsync(document, Cancellation));
        }
    }

    [Fact]
    public async Task Issue_BeforeApproval_IsRefused_ADraftIsThere()
    {
        Desk desk = await DeskAsync();
        ReportFile file = new(Plan, Report(6) with { Stage = ReportStage.Compiled, ApprovedAt = null });
        await Assert.ThrowsAsync<ArgumentException>(() => desk.Reports.IssueReportAsync(file, [], By, Cancellation));
        Assert.Contains("BÁO CÁO", DocumentApiTests.TextOf(desk.Reports.Draft(file)), StringComparison.Ordinal);
        Assert.Empty(await desk.Shelf.OfYearAsync(2024, Cancellation));
    }

    [Fact]
    public async Task Annex_OfADeclaredClass_SaysThatItIsTheUnitsWord()
    {
        Desk desk = await DeskAsync();
        PeriodicReport report = Report(6);
        ReportRows rows = new(CountedSpan.Of(report.Period));
        rows.Add(new DeclaredClass
        {
            PlanId = Plan.Id,
            Id = new("d1"),
            UnitId = TestPlan.Commune,
            StreamId = TestPlan.OpenStream,
            HostUnitId = TestPlan.Commune,
            Place = "Nhà văn hóa",
            Title = "Làm vườn",
            FirstDay = new DateOnly(2024, 5, 20),
            LastDay = new DateOnly(2024, 5, 20),
            Attended = 35,
            Women = 10,
            Stage = DeclarationStage.Accepted,
            AcceptedAt = new DateTimeOffset(2024, 6, 1, 3, 0, 0, TimeSpan.Zero),
        });
        string sha256 = await desk.Tables.KeepAsync(report, rows, Cancellation);
        IReadOnlyList<AnnexTable> sheets = await desk.Tables.OfAsync(Plan, report with { RowsSha256 = sha256 }, Cancellation);
        IReadOnlyList<AnnexCell> line = Assert.Single(sheets[0].Rows);
        Assert.Contains(line, c => c.Text == "theo báo cáo của đơn vị, đã nhận");
        Assert.Equal(35, line[sheets[0].Columns.ToList().IndexOf("Dự lớp")].Number);
    }

    private async Task<Desk> DeskAsync()
    {
        RecordsStorage storage = new(new TableServiceClient(app.Storage), new BlobServiceClient(app.Storage), "d" + Guid.NewGuid().ToString("N")[..12]);
        await storage.CreateAsync(Cancellation);
        VietnameseTexts texts = new();
        DocumentFiles files = new(storage);
        DocumentStore shelf = new(storage, files, TimeProvider.System);
        DocumentMaker desk = new(shelf, files, new KeptDocuments(texts), new OfficeTemplates(new ConfigurationBuilder().Build()), TimeProvider.System);
        PostOffice post = new(storage, new PostChannels(Email: false, Webhook: false));
        ReportTables tables = new(files, new NtmServerless.Storage.Plans.PlanStore(storage, TimeProvider.System), new ClassSummaries(storage),
            new CommunicationStore(storage, TimeProvider.System),
            new TourStore(storage, post, TimeProvider.System),
            new NtmServerless.Storage.Declarations.DeclarationStore(storage, post, TimeProvider.System), texts);
        return new Desk(new ReportDocuments(desk, shelf, tables, texts), tables, desk, shelf, files);
    }

    private static PeriodicReport Report(int month)
    {
        ReportingPeriod period = ReportingPeriods.Decree09.OfYear(2024).Single(p => p.Id == $"month-2024-{month:00}");
        ReportFigures figures = ReportFigures.Of(new FigureSums(Plan, period), [], [], []);
        return new PeriodicReport
        {
            PlanId = Plan.Id,
            Id = period.Id,
            Period = period,
            Stage = ReportStage.Approved,
            AskedAt = default,
            Figures = figures,
            YearSoFar = figures,
            ApprovedAt = new DateTimeOffset(2024, month, 16, 20, 0, 0, TimeSpan.Zero),
        };
    }

    private sealed record Desk(ReportDocuments Reports, ReportTables Tables, DocumentMaker Kept, DocumentStore Shelf, DocumentFiles Files);
}
