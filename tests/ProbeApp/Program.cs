using System.Globalization;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NtmServerless.ProbeApp;

FunctionsApplicationBuilder builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.UseWhen<Pages.ErrorPages>(context => context.FunctionDefinition.Name.StartsWith("page", StringComparison.Ordinal));
builder.UseWhen<Pages.Gate>(context => context.GetHttpContext()?.Request.Query.ContainsKey("deny") == true);
builder.Services.AddSingleton<Probe>();
// What the host lets through is for the host to say.
builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.Limits.MaxRequestBodySize = null);
if (builder.Configuration["ProbeExit"] is { } code)
{
    Console.Error.WriteLine("ProbeApp không muốn chạy.");
    new Probe(builder.Configuration).Note("exit");
    return int.Parse(code, CultureInfo.InvariantCulture);
}

await builder.Build().RunAsync();
return 0;
