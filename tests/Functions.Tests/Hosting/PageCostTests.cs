using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Hosting;

/// <summary>Lists and progress read summary rows: how many people registered costs no storage request more.</summary>
public sealed class PageCostTests(BurstApp burst) : IClassFixture<BurstApp>
{
    private readonly RunningApp _app = burst.App;

    [Fact]
    public async Task Page_AfterHundredsRegistered_AsksTheStorageAsOftenAsBefore()
    {
        string[] pages = ["/can-bo", "/can-bo/tien-do", "/can-bo/tien-do/xlsx?bang=xa"];
        string id = await _app.Administrator.OpenClassAsync();
        await _app.Public.RegisteredAsync(id, SampleClass.Person(0));
        int[] before = await RequestsAsync(pages);

        (Answer[] answers, _) = await Burst.RunAsync(400, 40, i => _app.Public.PostAsync($"/api/public/classes/{id}/registrations", SampleClass.Person(i + 1)));
        Assert.All(answers, a => Assert.True(Burst.IsTaken(a), a.Text));
        int[] after = await RequestsAsync(pages);

        Assert.Equal(before, after);
        Assert.All(after, requests => Assert.InRange(requests, 1, 8));
    }

    private async Task<int[]> RequestsAsync(string[] pages)
    {
        List<int> requests = [];
        foreach (string page in pages)
        {
            await Eventually.TrueAsync(async () => (await StatusAsync())["idle"]!.GetValue<bool>(), TimeSpan.FromSeconds(60), "the app is idle");
            // The first may find a remembered key or plan that has grown old; what is asked every time is the least of several.
            List<int> tries = [];
            for (int i = 0; i < 4; i++)
            {
                int before = await CountAsync();
                (await _app.Administrator.GetAsync(page)).Must(HttpStatusCode.OK);
                tries.Add(await CountAsync() - before);
            }

            requests.Add(tries.Min());
        }

        return [.. requests];
    }

    private async Task<int> CountAsync() => (await StatusAsync())["storageRequests"].Number("app");

    private async Task<JsonNode> StatusAsync() => (await _app.Public.SendAsync(
        HttpMethod.Get, "/admin/host/status", null, ("x-functions-key", _app.Process.HostKey))).Must(HttpStatusCode.OK).Json;
}
