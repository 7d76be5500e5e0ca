using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Admin;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Functions;
using NtmServerless.LocalHost.Http;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Time;
using NtmServerless.LocalHost.Timers;
using NtmServerless.LocalHost.Worker;

namespace NtmServerless.LocalHost.Startup;

/// <summary>From the command line to a built host: the app, the data folder, its storage, services.</summary>
internal static class Launch
{
    /// <exception cref="HostStartException">It cannot start, for a reason that the administrator can act on.</exception>
    public static async Task<LocalHostApp> BuildAsync(LaunchOptions options)
    {
        AppFolder folder = AppFolder.Find(options.App);
        WebApplicationBuilder web = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        AppConfiguration.Layer(web.Configuration, options, folder.Path);
        List<string> refusals = [], disabled = [];
        FunctionCatalog catalog = FunctionCatalog.Read(folder.Path, refusals);
        IReadOnlyList<HttpRoute> routes = RouteRefusals.Read(
            catalog.Functions.Where(f => f.Kind == TriggerKind.Http), RoutePrefix(folder.Path), refusals);
        IReadOnlyList<TimerSchedule> timers = TimerSchedules.Read(catalog, web.Configuration, refusals, disabled);
        if (refusals.Count > 0)
            throw new HostStartException(HostStartException.WrongUse, "The official host would refuse, stall on or never reach this:\n" + string.Join('\n', refusals));

        DataFolder data = DataFolder.Open(options.DataFolder);
        try
        {
            IReadOnlyList<string> hosts = Listening.Configure(web, options);
            string? named = web.Configuration["AzureWebJobsStorage"] is { Length: > 0 } elsewhere && elsewhere != "local" ? elsewhere : null;
            string storage = named ?? await data.OpenAzuriteAsync(web.Configuration["AZURITE_PATH"]);
            HostNames names = new(options.StorageSuffix);
            ClockRecord clock = new(new BlobServiceClient(storage), names);
            await data.OpenClockAsync(options, ownPlan: web.Configuration["plan"] is not null, data.HasData || named is not null ? clock : null, default);
            web.Services.AddSingleton(clock);
            HostServices.Add(web.Services, data, storage, names);
            ClockKey clockKey = new();
            web.Services.AddSingleton(clockKey);
            web.Services.AddSingleton(folder).AddSingleton(catalog).AddSingleton(timers).AddSingleton(
                new WorkerSettings(folder, AppConfiguration.ForApp(web.Configuration, options, folder.Path, storage, data, hosts, clockKey)));
            Quieten(web.Logging);
            WebApplication app = web.Build();
            AdminApi admin = app.Services.GetRequiredService<AdminApi>();
            RequestGate gate = app.Services.GetRequiredService<RequestGate>();
            app.Use(OwnAnswers.SecureAsync);
            app.Use((http, next) => AdminApi.IsMeant(http) ? admin.AnswerAsync(http) : gate.PassAsync(http, next));
            app.UseRouting();
            app.Use(HttpFunctions.OnlyAsync);
            app.Services.GetRequiredService<HttpFunctions>().Map(app, routes);
            return new LocalHostApp(app, data, options, disabled);
        }
        catch (Exception failure)
        {
            await data.DisposeAsync();
            if (FolderTrouble.Of(failure, data.Path) is { } trouble)
                throw trouble;
            throw;
        }
    }

    // The one thing in host.json that this host heeds, and its official default.
    private static string RoutePrefix(string folder) =>
        new ConfigurationBuilder().AddJsonFile(Path.Combine(folder, "host.json"), optional: true).Build()["extensions:http:routePrefix"] ?? "api";

    private static void Quieten(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft", LogLevel.Warning);
        logging.AddFilter("Azure", LogLevel.Warning);
        // What it warns of is answered, and said once, by HttpFunctions.
        logging.AddFilter("Yarp", LogLevel.Error);
        logging.AddFilter("Grpc", LogLevel.Warning);
    }
}
