using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Support;

/// <summary>A class that was held, of three people, waiting for its evidence and its report.</summary>
public sealed class HeldClass(RunningApp app) : IAsyncLifetime
{
    // Where a form sends the browser is part of what is tested.
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromMinutes(3) };

    public string Id { get; private set; } = "";

    /// <summary>Codes of the people, in order of registration.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public Api Officer { get; private set; } = null!;

    public Api Administrator { get; private set; } = null!;

    public string Path => $"/can-bo/lop/{Id}";

    public async ValueTask InitializeAsync()
    {
        if (!AzuriteServer.IsInstalled) return;
        Administrator = new Api(_http, app.Public.Address, app.Process.FirstKey);
        Answer made = await Administrator.PostAsync(
            $"/api/plans/{TestPlan.Id}/keys", new { role = "commune", unitId = TestPlan.Commune, name = $"trang {Guid.NewGuid():N}" });
        Officer = Administrator.As(made.Must(System.Net.HttpStatusCode.Created).Json.Text("key"));
        DateTimeOffset day = (await app.NowAsync()).AddDays(3);
        Id = await app.Administrator.OpenClassAsync(closes: day.AddDays(-2), day: day);
        List<string> codes = [];
        foreach (int number in (int[])[1, 2, 3])
        {
            JsonNode receipt = await app.Public.RegisteredAsync(Id, SampleClass.Person(number));
            codes.Add(receipt.Text("code"));
        }

        Codes = codes;
        await app.AdvanceAsync(day.AddDays(1));
        await app.Administrator.ReachesAsync(Id, "reporting");
    }

    public Task<Answer> PostAsync(string path, params IEnumerable<(string Name, string Value)> fields) => PostAsync(Officer, path, fields);

    public Task<Answer> PostAsync(Api caller, string path, params IEnumerable<(string Name, string Value)> fields) =>
        caller.PostAsync(Path + path, new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    public async Task<string> PageAsync(string path) => (await Officer.GetAsync(Path + path)).Must(System.Net.HttpStatusCode.OK).Text;

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
