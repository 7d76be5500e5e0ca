using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<ErrorMiddleware>();
builder.UseMiddleware<ReadinessMiddleware>();
builder.UseMiddleware<PatientActivities>();
builder.UseMiddleware<LastClient>();
builder.UseMiddleware<AccessMiddleware>();
builder.Services.AddNtm(builder.Configuration);

IHost app = builder.Build();
ILogger log = app.Services.GetRequiredService<ILogger<Program>>();
StorageRequestCount? counting = null;
using CancellationTokenSource ended = new();
try
{
    NtmOptions options = app.Services.GetRequiredService<NtmOptions>();
    _ = app.Services.GetRequiredService<StorageTally>();
    counting = StorageRequestCount.From(builder.Configuration, app.Services.GetRequiredService<VietnameseTexts>());
    Task opening = app.Services.GetRequiredService<Readiness>().OpenAsync(ended.Token);
    // The official host gives a worker 30 seconds to start, and the storage may need minutes. On one PC whoever starts the app waits for it.
    if (options.OpenBeforeAnswering) await opening;
    await app.StartAsync();
    // While the host still listens to what is logged.
    app.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping.Register(() => StartLog.Stopping(log, AppVersion.Number, AppVersion.Commit));
    Task stopped = app.WaitForShutdownAsync();
    if (await Task.WhenAny(opening, stopped) == opening) await opening;
    await stopped;
    return 0;
}
catch (StartRefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 2;
}
finally
{
    ended.Cancel();
    app.Dispose();
    counting?.Dispose();
}
