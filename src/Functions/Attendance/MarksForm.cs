using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace NtmServerless.Functions.Attendance;

/// <summary>Marks as the pages send them: <c>marks.7K3M9QWX=present</c>; people without a mark are left out.</summary>
/// <param name="Everybody">Whoever is expected and has no mark is present.</param>
public sealed record MarksForm(IReadOnlyDictionary<string, Mark>? Marks, bool? Everybody = null)
{
    public Ask<AttendanceForm> Of(Ask<MarksForm> ask) => new(
        new AttendanceForm([.. (Marks ?? new Dictionary<string, Mark>()).Select(m => new MarkForm(m.Key, m.Value))]),
        ask.Submission, ask.By, ask.Waker, ask.Cancellation);
}
