using NtmServerless.Rehearsal;
using NtmServerless.Rehearsal.Host;
using NtmServerless.Rehearsal.Outcome;
using NtmServerless.Rehearsal.Progress;
using Spectre.Console;

try
{
    Console.OutputEncoding = System.Text.Encoding.UTF8;
    RehearsalOptions options = RehearsalOptions.Parse(args);
    Summary? summary = null;
    if (Console.IsOutputRedirected) summary = await Rehearsal.RunAsync(options, new PlainView(Console.Out));
    else await AnsiConsole.Live(new Text("Đang khởi động...")).StartAsync(async live => summary = await Rehearsal.RunAsync(options, new LiveView(live)));
    foreach (string line in summary!.Lines()) Console.WriteLine(line);
    return summary.Broken.Count == 0 ? 0 : 1;
}
catch (RehearsalException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 2;
}
