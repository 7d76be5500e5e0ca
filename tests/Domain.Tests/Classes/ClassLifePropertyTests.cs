using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.Classes;

/// <summary>Random lives: whatever officers and people do, in any order and at any time, the checklist comes to rest.</summary>
public sealed class ClassLifePropertyTests
{
    private const int MostStepsAtOneMoment = 50;

    private static readonly Action<ClassLife, int>[] Acts =
    [
        (life, n) => life.Register(n % 8, n % 3 == 0),
        (life, n) => life.Book.Cancel(n % life.Book.Registrations.Count + 1, life.Now),
        (life, n) => life.Do((c, now) => ClassDecisions.Extend(c, now.AddHours(n), now)),
        (life, _) => life.Do(ClassDecisions.GoOn),
        (life, n) => life.Do((c, _) => ClassDecisions.SetCapacity(c, n % 60)),
        (life, _) => life.Do((c, now) => ClassDecisions.Postpone(c, "Mưa lũ", now)),
        (life, n) => life.Do((c, now) => ClassDecisions.Reschedule(c, NewDates(c, now, n), now)),
        (life, n) => life.Upload(n % 2 == 0 ? EvidenceKind.Photo : EvidenceKind.SignedSheet, 1 + n % 3, n % 40),
        (life, n) => life.Submit(n % 2 == 0 ? "Có người ký thay" : null),
        (life, _) => life.Do((c, now) => ClassReportDecisions.Return(c, "Thiếu số liệu", now)),
        (life, n) => { if (n % 4 == 0) life.Approve(); },
        (life, n) => { if (n % 10 == 0) life.Do((c, now) => ClassDecisions.Cancel(c, "Hoãn hẳn", now)); },
        (life, n) => { if (n % 3 == 0) life.Do((c, now) => NotHeldDecisions.CallNotHeld(c, "Không ai đến", n % 2 == 0, now)); },
        (life, _) => life.Do((c, now) => NotHeldDecisions.EndEarly(c, "Lũ", now)),
        (life, _) => life.Do((c, now) => ClassDecisions.GoOn(c, now)),
    ];

    private enum Clerk
    {
        Punctual,

        /// <summary>The office's PC was off for days and finds several steps due at once.</summary>
        CatchesUp,

        /// <summary>An officer is quicker than the lifecycle.</summary>
        Late,
    }

    // An act, the hours until it, and what the lifecycle did meanwhile.
    private static readonly Gen<(int Act, int Number, int Hours, Clerk Clerk)[]> Lives = Gen.Select(
        Gen.Int[0, Acts.Length - 1], Gen.Int[0, 400], Gen.Int[0, 200], Gen.Enum<Clerk>(),
        (act, number, hours, clerk) => (act, number, hours, clerk)).Array[1, 40];

    [Fact]
    public void AnyLife_AtAnyMoment_ComesToRestInFewSteps() => Lives.Sample(
        acts =>
        {
            ClassLife life = ClassLife.Announced(capacity: 20, held: 5, minimum: 8, SampleClass.At("2024-05-08 08:00"));
            foreach ((int act, int number, int hours, Clerk clerk) in acts)
            {
                DateTimeOffset moment = life.Now.AddHours(hours);
                if (clerk == Clerk.Punctual) life.Until(moment);
                else life.Sleep(moment);
                if (clerk == Clerk.CatchesUp) CatchUp(life);
                if (clerk != Clerk.Late) AssertAtRest(life);
                Try(life, Acts[act], number);
            }

            CatchUp(life);
            Assert.True(life.Class.HeldSessions < life.Class.Sessions.Count, "No session is left to be rescheduled.");
        },
        iter: 800);

    // Everything that is due at one fixed moment, as after an outage.
    private static void CatchUp(ClassLife life)
    {
        DateTimeOffset now = life.Now;
        TrainingClass before = life.Class;
        for (int steps = 0; ClassChecklist.Next(life.Class) is { } next && next.DueAt <= now; steps++)
        {
            Assert.True(steps < MostStepsAtOneMoment, $"{next} and more: {before.Stage} never comes to rest.");
            ClassOutcome outcome = ClassSteps.CarryOut(life.Class, next.Step, SampleClass.Office, now);
            bool promoted = ClassSteps.MovesPeopleUp(next.Step) && life.Class.Seats.CanMoveUp;
            Assert.True(promoted || !ReferenceEquals(outcome.Class, life.Class), $"{next} was yielded, but changes nothing.");
            life.Book.Class = outcome.Class;
            if (ClassSteps.MovesPeopleUp(next.Step)) life.Book.Promote(now);
        }
    }

    private static void AssertAtRest(ClassLife life)
    {
        Assert.False(life.Class.Seats.CanMoveUp && Domain.Registrations.Waitlist.MovesUp(life.Class));
        foreach (ClassStep step in Enum.GetValues<ClassStep>())
        {
            ClassOutcome outcome = ClassSteps.CarryOut(life.Class, step, SampleClass.Office, life.Now);
            Assert.Same(life.Class, outcome.Class);
            Assert.Empty(outcome.Notices);
        }
    }

    // What is refused changes nothing, and the life goes on.
    private static void Try(ClassLife life, Action<ClassLife, int> act, int number)
    {
        TrainingClass before = life.Class;
        try
        {
            if (life.Book.Registrations.Count > 0 || act != Acts[1]) act(life, number);
        }
        catch (Exception refused) when (refused is RuleBrokenException or InvalidInputException)
        {
            if (act != Acts[0]) Assert.Same(before, life.Class);
        }
    }

    private static AnnounceForm NewDates(TrainingClass c, DateTimeOffset now, int n)
    {
        DateOnly first = Domain.Time.VietnamTime.DateOf(now).AddDays(1 + n % 30);
        int count = c.Interrupted ? c.Sessions.Count - c.HeldSessions : 1 + n % 4;
        return SampleClass.Form with
        {
            Sessions = [.. Enumerable.Range(0, count).Select(i => new SessionPlan(first.AddDays(i), new TimeOnly(7, 30), new TimeOnly(11, 0)))],
            RegistrationOpensAt = null,
            RegistrationClosesAt = now.AddHours(1 + n % 24),
        };
    }
}
