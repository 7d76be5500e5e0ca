using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.PeriodicReports;

/// <summary>Writes a report as the file that is kept with it.</summary>
public sealed class ReportPrint(IServiceProvider services, ILoggerFactory loggers)
{
    public async Task<string> RenderAsync(Plan plan, PeriodicReport report)
    {
        await using HtmlRenderer renderer = new(services, loggers);
        ParameterView parameters = ParameterView.FromDictionary(
            new Dictionary<string, object?> { [nameof(ReportDocument.Plan)] = plan, [nameof(ReportDocument.Report)] = report });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<ReportDocument>(parameters)).ToHtmlString());
    }
}
