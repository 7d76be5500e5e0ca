using System.Diagnostics;
using System.Globalization;

namespace NtmServerless.Rehearsal.Progress;

/// <summary>One line a month, for a log file.</summary>
internal sealed class PlainView(TextWriter output) : IProgressView
{
    private readonly long _start = Stopwatch.GetTimestamp();
    private int _month;

    public void Show(ProgressState state)
    {
        if (state.Now.Month == _month) return;
        _month = state.Now.Month;
        string stages = string.Join(", ", state.Classes.GroupBy(c => c.Stage).Select(g => $"{StageNames.Of(g.Key)} {g.Count()}"));
        output.WriteLine(
            $"{state.Now.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}  {state.Requests} yêu cầu, {state.Storage.Total} lượt truy cập kho, {Stopwatch.GetElapsedTime(_start).TotalSeconds:0} giây"
            + (stages.Length > 0 ? $"; lớp: {stages}" : ""));
    }

    public void Say(string text) => output.WriteLine(text);
}
