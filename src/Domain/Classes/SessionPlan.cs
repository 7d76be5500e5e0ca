namespace NtmServerless.Domain.Classes;

/// <summary>A session as an officer writes it: a local date with two times of day.</summary>
public sealed record SessionPlan(DateOnly? Date, TimeOnly? From, TimeOnly? To);

/// <summary>Reads the sessions of a class and checks them against each other.</summary>
public static class SessionPlans
{
    private const int MostSessions = 20;
    // A mistyped year; also keeps every deadline after it within the calendar.
    private const int FurthestYears = 2;
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>Sessions in order, numbered from <paramref name="firstNumber"/>; what is wrong goes into <paramref name="checks"/>.</summary>
    public static IReadOnlyList<Session> Read(IReadOnlyList<SessionPlan>? plans, int firstNumber, DateTimeOffset now, Checks checks)
    {
        if (plans is not { Count: > 0 and <= MostSessions })
        {
            checks.Fail("sessions", "sessions-count", ("most", MostSessions));
            return [];
        }

        DateOnly today = VietnamTime.DateOf(now);
        List<Session> sessions = [];
        for (int i = 0; i < plans.Count; i++)
        {
            string field = $"sessions[{i}]";
            if (plans[i] is not { Date: { } date, From: { } from, To: { } to })
            {
                checks.Fail(field, "session-incomplete");
                continue;
            }

            if (date < today || date > today.AddYears(FurthestYears))
            {
                checks.Fail(field, date < today ? "in-the-past" : "too-far", ("years", FurthestYears));
                continue;
            }

            Session session = new(firstNumber + i, VietnamTime.At(date, from), VietnamTime.At(date, to));
            if (session.EndsAt <= session.StartsAt) checks.Fail(field, "end-before-start");
            else if (session.EndsAt - session.StartsAt > Longest) checks.Fail(field, "session-too-long", ("hours", Longest.TotalHours));
            else if (session.StartsAt <= now) checks.Fail(field, "in-the-past");
            else if (sessions is [.., var before] && session.StartsAt < before.EndsAt) checks.Fail(field, "sessions-order");
            sessions.Add(session);
        }

        return sessions;
    }
}
