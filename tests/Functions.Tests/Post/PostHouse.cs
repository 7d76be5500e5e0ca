using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace NtmServerless.Functions.Tests.Post;

/// <summary>An app of its own that sends to a real mail server and to a gateway.</summary>
public sealed class PostHouse : IAsyncLifetime
{
    public const string Secret = "bi-mat-cua-cong-nhan-tin";
    private const string Plan = "/api/plans/caoloc-2024";
    private readonly Gateway _gateway = new();
    private OwnApp? _app;

    public SmtpServer Mail { get; private set; } = null!;

    internal OwnApp App => _app!;

    internal Gateway Gateway => _gateway;

    public Api Office => App.Administrator;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, "Azurite is not installed.");
        Mail = await SmtpServer.StartAsync();
        _app = new OwnApp(
            ("Smtp__Host", "127.0.0.1"), ("Smtp__Port", $"{Mail.Port}"), ("Smtp__Security", "None"), ("Smtp__From", "vpdp@caoloc.example.vn"),
            ("Smtp__User", "ntm"), ("Smtp__Password", "mat-khau"), ("PublicAddress", "https://ntm.example.vn/"),
            ("MessageWebhook__Url", _gateway.Address), ("MessageWebhook__Secret", Secret));
        await _app.StartAsync();
    }

    /// <summary>Says where messages to a unit go.</summary>
    public async Task AddressAsync(string unit, params string[] emails) =>
        (await Office.PostAsync($"{Plan}/units/{unit}/contacts", new { emails = string.Join('\n', emails), phones = "" })).Must(HttpStatusCode.OK);

    /// <summary>A class led by a unit, announced, and nothing more to tell for a month.</summary>
    public async Task<string> AnnouncedAsync(string unit)
    {
        string id = await Office.PlannedAsync(SampleClass.PlanForm(lead: unit));
        DateTimeOffset day = (await NowAsync()).AddDays(60);
        JsonObject announcement = SampleClass.Announcement(day.AddDays(-7), day);
        announcement["registrationOpensAt"] = day.AddDays(-30).ToString("O");
        (await Office.PostAsync($"/api/classes/{id}/announce", announcement)).Must(HttpStatusCode.OK);
        return id;
    }

    /// <summary>A class led by a unit that takes registrations.</summary>
    public async Task<string> OpenAsync(string unit)
    {
        DateTimeOffset day = (await NowAsync()).AddDays(60);
        return await Office.OpenClassAsync(SampleClass.PlanForm(lead: unit), closes: day.AddDays(-7), day: day);
    }

    public async Task<DateTimeOffset> NowAsync() => (await Office.GetAsync("/api/health")).Json["now"]!.GetValue<DateTimeOffset>();

    public async Task AdvanceAsync(TimeSpan by) => await App.AdvanceAsync(await NowAsync() + by);

    /// <summary>The messages of one kind about a class.</summary>
    public async Task<JsonNode[]> MessagesAsync(ClassId classId, string kind) =>
        [.. (await Office.GetAsync($"{Plan}/messages")).Must(HttpStatusCode.OK).Json.AsArray()
            .Where(m => m!["about"].Text("id") == classId && m.Text("kind") == kind).Select(m => m!)];

    /// <summary>Waits until the only message of a kind about a class is in a state.</summary>
    public async Task<JsonNode> ReachesAsync(ClassId classId, string kind, string state, int attempts = 1)
    {
        JsonNode? found = null;
        try
        {
            await Eventually.TrueAsync(
                async () => (found = (await MessagesAsync(classId, kind)).SingleOrDefault())?.Text("state") == state && found.Number("attempts") == attempts,
                TimeSpan.FromSeconds(60), string.Create(CultureInfo.InvariantCulture, $"the message is {state} after {attempts}"));
        }
        catch (TimeoutException e)
        {
            throw new TimeoutException($"{e.Message}: {found?.ToJsonString()}", e);
        }

        return found!;
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null) await _app.DisposeAsync();
        if (Mail is not null) await Mail.DisposeAsync();
        _gateway.Dispose();
    }
}
