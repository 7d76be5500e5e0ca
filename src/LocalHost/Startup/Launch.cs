using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NtmServerless.LocalHost.Data;
using NtmServerless.LocalHost.Http;
using NtmServerless.LocalHost.Invocation;
using NtmServerless.LocalHost.Storage;
using NtmServerless.LocalHost.Time;
using NtmServerless.LocalHost.Timers;

namespace NtmServerless.LocalHost.Startup;

/// <summary>From the command line to a built host: data folder, configuration, services, functions.</summary>
internal sealed class Launch
{
    private readonly LaunchOptions _options;
    private readonly IReadOnlyList<Type> _functions;
    private readonly DataFolder _data;

    private Launch(LaunchOptions options, IReadOnlyList<Type> functions, DataFolder data, WebApplicationBuilder web)
    {
        _options = options;
        _functions = functions;
        _data = data;
        Web = web;
    }

    public WebApplicationBuilder Web { get; }

    public bool WebEnabled { get; set; }

    public List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> Middleware { get; } = [];

    /// <summary>Takes the data folder and its storage, so that what the app does before it runs finds both.</summary>
    public static Launch Begin(LaunchOptions options, IReadOnlyList<Type> functions)
    {
        WebApplicationBuilder web = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            ContentRootPath = AppContext.BaseDirectory,
            EnvironmentName = Environment.GetEnvironmentVariable("AZURE_FUNCTIONS_ENVIRONMENT"),
        });
        AppConfiguration.Layer(web.Configuration, options, AppContext.BaseDirectory);
        DataFolder data = DataFolder.Open(options, ownPlan: web.Configuration["plan"] is not null);
        try
        {
            Listening.Configure(web, options);
            string storage = web.Configuration["AzureWebJobsStorage"] is { Length: > 0 } named && named != "local"
                ? named
                : data.OpenAzuriteAsync(web.Configuration["AZURITE_PATH"]).GetAwaiter().GetResult();
            AppConfiguration.Complete(web.Configuration, storage, data.Clock.Mode);
            HostServices.Add(web.Services, data, storage, new HostNames(options.StorageSuffix));
            Quieten(web.Logging);
            return new Launch(options, functions, data, web);
        }
        catch
        {
            data.DisposeAsync().AsTask().GetAwaiter().GetResult();
            throw;
        }
    }

    public IHost Build()
    {
        List<string> refusals = [];
        FunctionCatalog catalog = FunctionCatalog.Discover(_functions, refusals);
        FunctionEntry[] http = [.. catalog.Functions.Where(f => f.Kind == TriggerKind.Http)];
        if (http.Length > 0 && !WebEnabled)
            refusals.Add("There are HTTP functions, but ConfigureFunctionsWebApplication() was not called.");
        IReadOnlyList<HttpRoute> routes = RouteRefusals.Read(http, HostJson.Read(AppContext.BaseDirectory).RoutePrefix, refusals);
        List<string> disabled = [];
        IReadOnlyList<TimerSchedule> timers = TimerSchedules.Read(catalog, Web.Configuration, refusals, disabled);
        if (refusals.Count > 0)
        {
            throw new InvalidOperationException(
                "The official host would refuse, stall on or never reach this:" + Environment.NewLine + string.Join(Environment.NewLine, refusals));
        }

        Web.Services.AddSingleton(catalog).AddSingleton(timers);
        Web.Services.AddSingleton(services => new FunctionPipeline(Middleware, services.GetRequiredService<Ownership>()));
        WebApplication app = Web.Build();

        // ASP.NET Core would sign users in by itself as soon as the app registers a scheme; the official host does not.
        IApplicationBuilder pipeline = app;
        pipeline.Properties["__AuthenticationMiddlewareSet"] = true;
        pipeline.Properties["__AuthorizationMiddlewareSet"] = true;
        app.UseRouting();
        app.Use((context, next) => OnlyFunctions.PassAsync(context, next));
        app.Services.GetRequiredService<HttpFunctions>().Map(app, routes);
        return new LocalHostApp(app, _data, _options, disabled);
    }

    private static void Quieten(ILoggingBuilder logging)
    {
        logging.AddFilter("Microsoft.AspNetCore", LogLevel.Warning);
        logging.AddFilter("Microsoft.Hosting", LogLevel.Warning);
        logging.AddFilter("Microsoft.Extensions.Hosting", LogLevel.Warning);
        logging.AddFilter("Azure", LogLevel.Warning);
    }
}
