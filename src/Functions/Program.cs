using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NtmServerless.Functions.Access;
using NtmServerless.Functions.Edge;
using NtmServerless.Functions.Startup;
using NtmServerless.Texts;

FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<ErrorMiddleware>();
builder.UseMiddleware<AccessMiddleware>();
builder.Services.AddNtm(builder.Configuration);

IHost app = builder.Build();
StorageRequestCount? counting = null;
try
{
    counting = StorageRequestCount.From(builder.Configuration, app.Services.GetRequiredService<VietnameseTexts>());
    await app.Services.GetRequiredService<Opening>().RunAsync(CancellationToken.None);
}
catch (StartRefusedException refused)
{
    Console.Error.WriteLine(refused.Message);
    app.Dispose();
    return 2;
}

await app.RunAsync();
counting?.Dispose();
return 0;
