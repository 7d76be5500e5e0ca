using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using NtmServerless.Testing;

namespace NtmServerless.Bench;

/// <summary>The 19 classes of the sample plan, open, with as many registrations as are wanted.</summary>
internal sealed class CrowdedYear(Api officer, string storage)
{
    private const int AtATime = 4;
    private const int Batch = 100;
    private static readonly (string Stream, string Lead, int Classes)[] Streams =
        [("khu-dan-cu-kieu-mau", "van-phong-dieu-phoi", 10), ("xa-nong-thon-moi", "van-phong-dieu-phoi", 2), ("hoi-vien-doan-vien", "hoi-nong-dan", 7)];

    private static readonly string[] Communes = ["xa-gia-cat", "xa-binh-trung", "xa-mau-son", "xa-tan-thanh", "xa-xuat-le"];
    private readonly List<string> _classes = [];
    private int _people;

    /// <summary>Opens the classes and registers the first people through the app itself.</summary>
    public async Task OpenAsync(int people)
    {
        foreach ((string stream, string lead, int classes) in Streams)
            for (int n = 0; n < classes; n++) _classes.Add(await OpenAsync(stream, lead));
        await Burst.RunAsync(people, AtATime, async i =>
            (await officer.As(null).PostAsync($"/api/public/classes/{_classes[i % _classes.Count]}/registrations", Person(i))).Must(HttpStatusCode.Created));
        _people = people;
    }

    /// <summary>
    /// Writes more registrations straight into the table, as copies of one that the app wrote, and counts them as waiting in
    /// the heads and summaries of their classes.
    /// </summary>
    public async Task GrowAsync(int people)
    {
        TableClient classes = new(storage, "Classes");
        TableClient summaries = new(storage, "ClassSummaries");
        int more = (people - _people) / _classes.Count;
        int rest = (people - _people) % _classes.Count;
        await Parallel.ForEachAsync(_classes.Index(), new ParallelOptions { MaxDegreeOfParallelism = AtATime }, async (c, cancellation) =>
        {
            int count = more + (c.Index < rest ? 1 : 0);
            TableEntity pattern = await classes.QueryAsync<TableEntity>($"PartitionKey eq '{c.Item}' and RowKey ge 'reg-' and RowKey lt 'reg.'", cancellationToken: cancellation).FirstAsync(cancellation);
            for (int done = 0; done < count; done += Batch)
                await classes.SubmitTransactionAsync(Enumerable.Range(done, Math.Min(Batch, count - done)).Select(i => Copy(pattern, i)), cancellation);
            await CountAsync(classes, c.Item, "class", count);
            await CountAsync(summaries, "caoloc-2024", c.Item, count);
        });
        _people = people;
    }

    /// <summary>Registrations that the table holds.</summary>
    public async Task<int> CountAsync()
    {
        TableClient classes = new(storage, "Classes");
        return await classes.QueryAsync<TableEntity>("RowKey ge 'reg-' and RowKey lt 'reg.'", 1_000, ["RowKey"]).CountAsync();
    }

    private static TableTransactionAction Copy(TableEntity pattern, int number)
    {
        JsonNode registration = JsonNode.Parse(pattern.GetString("Json"))!;
        string code = number.ToString("00000000", CultureInfo.InvariantCulture);
        registration["code"] = code;
        registration["sequence"] = 1_000 + number;
        registration["status"] = "Waitlisted";
        return new(TableTransactionActionType.Add, new TableEntity(pattern.PartitionKey, "reg-" + code) { ["Json"] = registration.ToJsonString() });
    }

    private static async Task CountAsync(TableClient table, string partition, string row, int more)
    {
        TableEntity entity = await table.GetEntityAsync<TableEntity>(partition, row);
        JsonNode c = JsonNode.Parse(entity.GetString("Json"))!;
        c["seats"]!["waitlisted"] = (c["seats"]!["waitlisted"]?.GetValue<int>() ?? 0) + more;
        entity["Json"] = c.ToJsonString();
        await table.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace);
    }

    private async Task<string> OpenAsync(string stream, string lead)
    {
        object form = new { streamId = stream, leadUnitId = lead, hostUnitId = Communes[_classes.Count % Communes.Length] };
        string id = (await officer.PostAsync("/api/plans/caoloc-2024/classes", form)).Must(HttpStatusCode.Created).Json["id"]!.GetValue<string>();
        object announcement = new
        {
            venue = "Nhà văn hóa",
            reason = "Mọi lớp đo học cùng một nơi.",
            registrationClosesAt = "2024-05-01T17:00:00+07:00",
            sessions = new[] { new { date = "2024-05-06", from = "07:30:00", to = "11:00:00" } },
        };
        (await officer.PostAsync($"/api/classes/{id}/announce", announcement)).Must(HttpStatusCode.OK);
        await Eventually.TrueAsync(
            async () => (await officer.GetAsync($"/api/classes/{id}")).Json["stage"]!.GetValue<string>() == "registering", TimeSpan.FromSeconds(60), "registration is open");
        return id;
    }

    private static object Person(int i) => new
    {
        fullName = $"Hoàng Văn Đo {i}",
        birthYear = 1960 + i % 40,
        sex = i % 2 == 0 ? "male" : "female",
        village = "Thôn Nà Pài",
        unitId = "xa-gia-cat",
        audience = "exemplaryHousehold",
        consent = true,
    };
}
