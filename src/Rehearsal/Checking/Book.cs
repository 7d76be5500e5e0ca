using System.Text.Json;
using System.Text.Json.Serialization;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using NtmServerless.Domain.Attendance;
using NtmServerless.Domain.Classes;
using NtmServerless.Domain.ClassReports;
using NtmServerless.Domain.Communication;
using NtmServerless.Domain.Evidence;
using NtmServerless.Domain.PeriodicReports;
using NtmServerless.Domain.PeriodicReports.Answers;
using NtmServerless.Domain.Plans;
using NtmServerless.Domain.Registrations;
using NtmServerless.Domain.Tours;
using NtmServerless.Rehearsal.Outcome;
using NtmServerless.Rehearsal.Year;
using NtmServerless.Storage.Audit;
using NtmServerless.Storage.Tables;

namespace NtmServerless.Rehearsal.Checking;

/// <summary>
/// Everything that the year left in storage, read once from the raw tables, beside what the rehearsal saw itself. The rules
/// are counted anew from these rows, not with the routines that wrote them.
/// </summary>
internal sealed class Book
{
    private Book(Plan plan, Tally tally, TableServiceClient tables, BlobServiceClient blobs)
    {
        Plan = plan;
        Tally = tally;
        Tables = tables;
        Blobs = blobs;
        Storage = new RecordsStorage(tables, blobs);
    }

    public Plan Plan { get; }

    public Tally Tally { get; }

    public TableServiceClient Tables { get; }

    public BlobServiceClient Blobs { get; }

    /// <summary>The same storage through src/Storage.</summary>
    public RecordsStorage Storage { get; }

    public IReadOnlyList<ClassRows> Classes { get; private set; } = [];

    /// <summary>Summary rows of the plan's classes, by class id.</summary>
    public IReadOnlyDictionary<string, RawRow> Summaries { get; private set; } = new Dictionary<string, RawRow>();

    public IReadOnlyList<PeriodicReport> Reports { get; private set; } = [];

    /// <summary>Rows of the reports and of what stands beside them.</summary>
    public IReadOnlyList<RawRow> ReportRows { get; private set; } = [];

    /// <summary>Everything that units answered to reports.</summary>
    public IReadOnlyList<UnitAnswer> Answers { get; private set; } = [];

    public IReadOnlyList<CommunicationActivity> Activities { get; private set; } = [];

    public IReadOnlyList<CommunicationDay> Days { get; private set; } = [];

    public IReadOnlyList<StudyTour> Tours { get; private set; } = [];

    public IReadOnlyList<RawRow> TourRows { get; private set; } = [];

    /// <summary>Rows of the durable engine.</summary>
    public IReadOnlyList<RawRow> Instances { get; private set; } = [];

    /// <summary>Opens the storage that the folder's Azurite serves; it must run.</summary>
    public static async Task<Book> ReadAsync(string dataFolder, Plan plan, Tally tally)
    {
        using JsonDocument azurite = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(dataFolder, "azurite.json")));
        string key = (await File.ReadAllTextAsync(Path.Combine(dataFolder, "storage-key"))).Trim();
        string connection =
            $"DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey={key};"
            + $"BlobEndpoint=http://127.0.0.1:{Port("blobPort")}/devstoreaccount1;TableEndpoint=http://127.0.0.1:{Port("tablePort")}/devstoreaccount1;";
        Book book = new(plan, tally, new TableServiceClient(connection), new BlobServiceClient(connection));
        await book.ReadAsync();
        return book;

        int Port(string name) => azurite.RootElement.GetProperty(name).GetInt32();
    }

    private async Task ReadAsync()
    {
        List<RawRow> classes = await RowsAsync("Classes");
        Classes =
        [
            .. classes.GroupBy(r => r.Partition, StringComparer.Ordinal).Select(g => (Rows: g.ToList(), Head: g.Single(r => r.Key == "class")))
                .Select(c => new ClassRows(c.Head.As<TrainingClass>(), c.Head.Entity.GetInt64("Version") ?? 0, c.Rows))
                .OrderBy(c => c.Class.StreamId, StringComparer.Ordinal).ThenBy(c => c.Class.Number),
        ];
        Summaries = (await RowsAsync("ClassSummaries")).Where(r => r.Key != "counter").ToDictionary(r => r.Key, StringComparer.Ordinal);
        ReportRows = await RowsAsync("Reports");
        string[] kinds = ["month-", "quarter-", "half-", "year-", "span-"];
        Reports = [.. kinds.SelectMany(k => Of(ReportRows, k)).Select(r => r.As<PeriodicReport>())];
        Answers = [.. Of(ReportRows, "answer.").Select(r => r.As<UnitAnswer>())];
        List<RawRow> communication = await RowsAsync("Communication");
        Activities = [.. Of(communication, "act-").Select(r => r.As<CommunicationActivity>())];
        Days = [.. Of(communication, "day-").Select(r => r.As<CommunicationDay>())];
        TourRows = await RowsAsync("Tours");
        Tours = [.. Of(TourRows, "tour-").Select(r => r.As<StudyTour>())];
        Instances = await RowsAsync("DurableInstances");
    }

    private async Task<List<RawRow>> RowsAsync(string table)
    {
        List<RawRow> rows = [];
        await foreach (TableEntity row in Tables.GetTableClient(table).QueryAsync<TableEntity>()) rows.Add(new RawRow(row));
        return rows;
    }

    public static IEnumerable<RawRow> Of(IEnumerable<RawRow> rows, string prefix) => rows.Where(r => r.Key.StartsWith(prefix, StringComparison.Ordinal));
}
