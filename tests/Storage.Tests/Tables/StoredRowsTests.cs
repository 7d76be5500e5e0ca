using System.Text;
using System.Text.RegularExpressions;
using Azure.Data.Tables;
using NtmServerless.Storage.Tests.Declarations;
using Xunit;

namespace NtmServerless.Storage.Tests.Tables;

/// <summary>
/// Every row that tours, reports, documents and communication write, key and content, as it was written first: newer versions read
/// them for ever. What a row gets by chance (an id, a key of the store's own) is masked.
/// </summary>
public sealed partial class StoredRowsTests(AzuriteServer azurite)
{
    private const string Unit = "van-phong-dieu-phoi";
    private static readonly TourId TourOne = new("t-1");

    private static readonly Actor By = new("chị Hoa", Unit);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rows_OfTours_AreAsTheyWere()
    {
        Office office = await Office.OpenAsync(azurite, new PostChannels(Email: true, Webhook: false));
        // Nothing leaves the house without a courier, so that outbox rows stay.
        Waker waker = new() { Fails = _ => true };
        TourStore tours = new(office.Storage, office.Post, office.Time);
        await new PostStore(office.Storage, office.Time).PutContactsAsync(Sample.PlanId, new UnitContacts(Unit, ["hoa@example.vn"], []), Cancellation);
        StudyTour tour = await tours.FoundAsync(Sample.PlanId, Of("found"), waker, Tour, Cancellation);
        office.Time.Now += TimeSpan.FromHours(1);
        await ChangeAsync("announce", t => new TourChange(new TourOutcome(
            t with { Stage = TourStage.Announced }, [Told(NoticeKind.TourAnnounced), Told(NoticeKind.TourCancelled)])));
        await ChangeAsync("add-1", t => new TourChange(new TourOutcome(t with { Members = 1 }), Added: Member(1)));
        await ChangeAsync("add-2", t => new TourChange(new TourOutcome(t with { Members = 2 }), Added: Member(2)));
        await ChangeAsync("add-2", _ => throw new InvalidOperationException("It was answered."));
        await ChangeAsync("none", t => new TourChange(new TourOutcome(t)));
        await ChangeAsync("remove", t => new TourChange(new TourOutcome(t with { Members = 1 }), Removed: Member(1)));

        await HoldAsync("tours", office.Storage.Table(StorageNames.Tours), tour.Id);

        Task<StudyTour> ChangeAsync(string key, Func<StudyTour, TourChange> decide) =>
            tours.WriteAsync(Sample.PlanId, tour.Id, Of(key), waker, t => Task.FromResult(decide(t)), Cancellation);
    }

    [Fact]
    public async Task Rows_OfReports_AreAsTheyWere()
    {
        Office office = await Office.OpenAsync(azurite, new PostChannels(Email: true, Webhook: false));
        Waker waker = new() { Fails = _ => true };
        PeriodicReportStore reports = office.Reports;
        await new PostStore(office.Storage, office.Time).PutContactsAsync(Sample.PlanId, new UnitContacts(Unit, ["hoa@example.vn"], []), Cancellation);
        PeriodicReport report = await reports.AskAsync(new PeriodicReport
        {
            Id = new("month-2024-4"),
            PlanId = Sample.PlanId,
            Period = new ReportingPeriod(PeriodKind.Month, 2024, 4, new DateOnly(2024, 3, 15), new DateOnly(2024, 4, 14)),
            AskedAt = FixedTime.Start,
        }, Cancellation);
        await reports.StepAsync(Sample.PlanId, report.Id, "report-units-asked", waker, r => Task.FromResult(new ReportChange(
            ReportDecisions.AskUnits(r, [new ReportOwed(Unit, [ReportDebt.Communication])], null, FixedTime.Start))), Cancellation);
        await reports.StepAsync(Sample.PlanId, report.Id, "report-units-asked", waker, r => Task.FromResult(new ReportChange(new ReportOutcome(r))), Cancellation);
        foreach (int _ in (int[])[1, 2])
            await reports.WriteAsync(Sample.PlanId, report.Id, Of("answer"), "report-answered", waker, r =>
            {
                UnitAnswer answer = new()
                {
                    PlanId = r.PlanId,
                    ReportId = r.Id,
                    UnitId = Unit,
                    Revision = (r.AnswerOf(Unit)?.Revision ?? 0) + 1,
                    OwnPeople = 3,
                    By = By,
                    AnsweredAt = FixedTime.Start,
                };
                return Task.FromResult(new ReportChange(ReportDecisions.Answer(r, answer), answer));
            }, change => change.Answer!, Cancellation);

        await HoldAsync("reports", office.Storage.Table(StorageNames.Reports));
    }

    [Fact]
    public async Task Rows_OfDocuments_AreAsTheyWere()
    {
        Office office = await Office.OpenAsync(azurite);
        DocumentStore documents = new(office.Storage, new DocumentFiles(office.Storage), office.Time);
        await documents.SetRegisterAsync(2024, "TB", Unit, Of("register"), r => r with { Next = 7 }, Cancellation);
        DocumentDraft draft = new(
            Sample.PlanId, DocumentKind.Announcement, "lop-1", "Thông báo", Unit, new DateOnly(2024, 4, 1), "identity", "nguồn"u8.ToArray())
        {
            Numbering = Numbering.Register,
            UnitSymbol = "VPĐP",
            By = By,
        };
        OfficialDocument made = await KeepAsync(draft, "first");
        await KeepAsync(draft, "first");
        await KeepAsync(draft, "again");
        await KeepAsync(draft with { Numbering = Numbering.Given, Number = 40, Identity = "given" }, "given");
        await documents.ChangeAsync(Sample.PlanId, made.Id, Of("withdraw"), "document-withdrawn", d => d.Withdraw(new("Sai ngày", By, FixedTime.Start)), Cancellation);
        await documents.ChangeAsync(Sample.PlanId, made.Id, Of("none"), "document-withdrawn", d => d, Cancellation);
        await KeepAsync(draft, "after");

        await HoldAsync("documents", office.Storage.Table(StorageNames.Documents));

        Task<OfficialDocument> KeepAsync(DocumentDraft asked, string key) => documents.KeepAsync(
            asked, Of(key), "text/plain", d => Encoding.UTF8.GetBytes($"Số {d.NumberText}"), Cancellation);
    }

    [Fact]
    public async Task Rows_OfCommunication_AreAsTheyWere()
    {
        Office office = await Office.OpenAsync(azurite);
        CommunicationStore log = new(office.Storage, office.Time);
        CommunicationActivity first = new("a1", Unit, CommunicationChannel.Article, new DateOnly(2024, 4, 1), "Tuyên truyền", 3, null, FixedTime.Start);
        await log.LogAsync(Sample.PlanId, Of("one"), first, Cancellation);
        await log.LogAsync(Sample.PlanId, Of("one"), first, Cancellation);
        await log.LogAsync(Sample.PlanId, Of("two"), first with { Id = "a2", Count = 4 }, Cancellation);
        await log.StrikeOutAsync(Sample.PlanId, first.Date, "a1", Of("strike"), a => a.Strike("nhầm", Unit, FixedTime.Start), Cancellation);

        await HoldAsync("communication", office.Storage.Table(StorageNames.Communication));
    }

    [Fact]
    public async Task Rows_OfDeclarations_AreAsTheyWere()
    {
        Office office = await Office.OpenAsync(azurite, new PostChannels(Email: true, Webhook: false));
        Waker waker = new() { Fails = _ => true };
        DeclarationStore declared = new(office.Storage, office.Post, office.Time);
        await new PostStore(office.Storage, office.Time).PutContactsAsync(Sample.PlanId, new UnitContacts(Unit, ["hoa@example.vn"], []), Cancellation);
        DeclaredIds made = await DeclareAsync();
        Assert.Equal(made.Ids, (await DeclareAsync()).Ids);
        DeclarationId id = Assert.Single(made.Ids);
        await WriteAsync("return", "declaration-returned", d => DeclarationDecisions.Return(d, "Thiếu danh sách ký", Unit, office.Time.Now));
        office.Time.Now += TimeSpan.FromHours(1);
        await WriteAsync("scan", "declaration-scan", d => new(DeclarationDecisions.Attach(d, new DeclarationScan("abc", FileType.Pdf, 12))));
        await WriteAsync("correct", "declaration-corrected",
            d => DeclarationDecisions.Correct(d, SampleDeclaration.Class(d.Id), "xa-gia-cat", Unit, office.Time.Now));
        await WriteAsync("accept", "declaration-accepted", d => DeclarationDecisions.Accept(d, Unit, office.Time.Now));
        await WriteAsync("again", "declaration-accepted", d => DeclarationDecisions.Accept(d, Unit, office.Time.Now));

        await HoldAsync("declarations", office.Storage.Table(StorageNames.Declarations));

        Task<DeclaredIds> DeclareAsync() => declared.DeclareAsync(
            Sample.PlanId, Of("declare"), waker, idOf => Task.FromResult<IReadOnlyList<DeclarationOutcome>>(
            [DeclarationDecisions.Declare(SampleDeclaration.Class(idOf(0)), "xa-gia-cat", Unit, office.Time.Now)]), Cancellation);

        Task<DeclaredClass> WriteAsync(string key, string what, Func<DeclaredClass, DeclarationOutcome> decide) =>
            declared.WriteAsync(Sample.PlanId, id, Of(key), what, waker, d => Task.FromResult(decide(d)), Cancellation);
    }

    private static Submission Of(string key) => new(key, "content", By);

    private static Notice Told(NoticeKind kind) => new(kind, [Unit]);

    private static StudyTour Tour(TourId id) => new()
    {
        Id = new(id),
        PlanId = Sample.PlanId,
        PlannedTourId = "tham-quan-hoc-tap",
        LeadUnitId = Unit,
        MinimumMembers = 1,
        MaximumMembers = 9,
    };

    private static TourMember Member(int i) => new($"M{i}", $"Nông Thị {i}", "Trưởng thôn", "xa-hai-yen", null, $"p{i}", false);

    private static async Task HoldAsync(string what, TableClient table, string? id = null)
    {
        StringBuilder rows = new();
        await foreach (TableEntity row in table.QueryAsync<TableEntity>(cancellationToken: Cancellation))
            foreach ((string name, object value) in row.Where(p => p.Key is not ("odata.etag" or "Timestamp" or "PartitionKey" or "RowKey")).OrderBy(p => p.Key, StringComparer.Ordinal))
                rows.Append(CultureInvariant($"{row.PartitionKey} {row.RowKey} {name} {value}\n"));
        string text = Chance().Replace(id is null ? rows.ToString() : rows.ToString().Replace(id, TourOne, StringComparison.Ordinal), "?");
        string[] found = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];
        using StreamReader kept = new(typeof(StoredRowsTests).Assembly.GetManifestResourceStream($"Rows.{what}.txt") ?? Stream.Null);
        Assert.Equal((await kept.ReadToEndAsync(Cancellation)).Split('\n', StringSplitOptions.RemoveEmptyEntries), found);
    }

    private static string CultureInvariant(FormattableString text) => FormattableString.Invariant(text);

    // What is made of the key of a step, which is new each time, and the chance part of a document's id.
    [GeneratedRegex(@"(?<=lop-1-)[0-9a-f]{12}|(?<=out-\d{19}-)[0-9a-f]{16}|(?<=step/)[0-9a-f]{32}|(?<=(audit|notice-month-2024-4)-\d{19}-)[0-9a-f]{8}")]
    private static partial Regex Chance();
}
