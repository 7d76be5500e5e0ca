namespace NtmServerless.Domain.Agenda;

/// <summary>One thing that waits for an officer.</summary>
/// <param name="RecordId">
/// Id of the class, tour, report, stream, planned tour, declared class or (communication work) unit that it is about; empty where it is
/// about several.
/// </param>
/// <param name="Due">When it should be done (UTC).</param>
/// <param name="DaysLate">Days in Vietnam since it was due; 0 while it is not overdue, or when it was due earlier today.</param>
/// <param name="Number">Session of an attendance or a difference; how many classes or members are still missing, people to be told.</param>
public sealed record AgendaItem(AgendaKind Kind, string RecordId, DateTimeOffset Due, bool Overdue, int DaysLate, int? Number = null)
{
    internal static AgendaItem Of(AgendaKind kind, string recordId, DateTimeOffset due, DateTimeOffset now, int? number = null)
    {
        bool overdue = due < now;
        int late = overdue ? VietnamTime.DateOf(now).DayNumber - VietnamTime.DateOf(due).DayNumber : 0;
        return new AgendaItem(kind, recordId, due, overdue, late, number);
    }
}
