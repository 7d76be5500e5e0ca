using NtmServerless.Rehearsal;
using NtmServerless.Rehearsal.Progress;
using Spectre.Console;

try
{
    Console.OutputEncoding = System.Text.Encoding.UTF8;
    RehearsalOptions options = RehearsalOptions.Parse(args);
    if (Console.IsOutputRedirected) return await Rehearsal.RunAsync(options, new PlainView(Console.Out));
    int code = 0;
    await AnsiConsole.Live(new Text("Đang khởi động...")).StartAsync(async live => code = await Rehearsal.RunAsync(options, new LiveView(live)));
    return code;
}
catch (RehearsalException refused)
{
    Console.Error.WriteLine(refused.Message);
    return 2;
}
