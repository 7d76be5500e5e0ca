using System.Diagnostics;
using System.Globalization;
using Spectre.Console;

namespace NtmServerless.Rehearsal.Progress;

/// <summary>A table of the classes on a terminal, drawn again a few times a second.</summary>
internal sealed class LiveView(LiveDisplayContext live) : IProgressView
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private readonly long _start = Stopwatch.GetTimestamp();
    private long _shown;

    public void Show(ProgressState state)
    {
        if (Stopwatch.GetElapsedTime(_shown) < Pause) return;
        _shown = Stopwatch.GetTimestamp();
        Table table = new Table().Border(TableBorder.Rounded)
            .Title($"[bold]{state.Now.ToString("dd/MM/yyyy HH:mm", CultureInfo.InvariantCulture)}[/]")
            .Caption($"{state.Requests} yêu cầu · {state.Storage.Total} lượt truy cập kho · {Stopwatch.GetElapsedTime(_start).TotalSeconds:0} giây");
        table.AddColumns("Lớp", "Giai đoạn", "Ngày đầu", "Chỗ", "Chờ");
        foreach (ClassLine line in state.Classes)
        {
            table.AddRow(
                Markup.Escape(line.Title), $"[{Color(line.Stage)}]{StageNames.Of(line.Stage)}[/]",
                line.FirstDay?.ToString("dd/MM", CultureInfo.InvariantCulture) ?? "", $"{line.Confirmed}/{line.Capacity}", $"{line.Waitlisted}");
        }

        live.UpdateTarget(table);
    }

    // The table would be torn by lines in between; what was said stands in the files.
    public void Say(string text)
    {
    }

    private static string Color(string stage) => stage switch
    {
        "registering" => "yellow",
        "confirmed" or "holding" => "aqua",
        "reporting" => "blue",
        "closed" => "green",
        "postponed" or "cancelled" => "red",
        _ => "grey",
    };
}
