using CsCheck;
using Xunit;

namespace NtmServerless.Domain.Tests.Registrations;

/// <summary>Random lives of a register, held against what a clerk with paper would count from the list alone.</summary>
public sealed class SeatsPropertyTests
{
    private enum Act
    {
        RegisterGeneral,
        RegisterPriority,
        Cancel,
        SetCapacity,
        Release,
        Promote,
        ReplaceByGeneral,
        ReplaceByPriority,
    }

    private static readonly Gen<(Act Act, int Number)[]> Acts = Gen.Select(
        Gen.Frequency(
            (6, Gen.Const(Act.RegisterGeneral)), (4, Gen.Const(Act.RegisterPriority)), (4, Gen.Const(Act.Cancel)),
            (2, Gen.Const(Act.SetCapacity)), (1, Gen.Const(Act.Release)), (2, Gen.Const(Act.Promote)),
            (1, Gen.Const(Act.ReplaceByGeneral)), (1, Gen.Const(Act.ReplaceByPriority))),
        Gen.Int[0, 30],
        (act, number) => (act, number)).Array[1, 60];

    private static readonly Gen<(int Capacity, int Held)> Sizes =
        Gen.Int[1, 12].SelectMany(capacity => Gen.Int[0, capacity].Select(held => (capacity, held)));

    [Fact]
    public void AnyLife_WithPromotionAfterEachAct_KeepsEveryPromise() => Sample(promotesAlways: true);

    [Fact]
    public void AnyLife_WithPromotionLeftForLater_KeepsEveryPromise() => Sample(promotesAlways: false);

    private static void Sample(bool promotesAlways) => Gen.Select(Sizes, Acts).Sample(
        (size, acts) =>
        {
            RegisterBook book = new(SampleClass.Registering(size.Capacity, size.Held));
            foreach ((Act act, int number) in acts)
            {
                Do(book, act, number);
                Assert.Null(Broken(book));
                if (!promotesAlways) continue;
                book.Promote();
                Assert.Null(Broken(book));
                Assert.False(book.Class.Seats.CanMoveUp);
            }
        },
        iter: 1_000);

    private static void Do(RegisterBook book, Act act, int number)
    {
        switch (act)
        {
            case Act.RegisterGeneral or Act.RegisterPriority:
                bool priority = act == Act.RegisterPriority;
                bool seated = Free(book, priority) > 0 && !SomebodyCouldMoveUp(book);
                Assert.Equal(seated ? RegistrationStatus.Confirmed : RegistrationStatus.Waitlisted, book.Register(priority).Status);
                break;
            case Act.Cancel when book.Registrations.Count > 0:
                book.Cancel(number % book.Registrations.Count + 1);
                break;
            case Act.SetCapacity when number + 1 >= book.Count(RegistrationStatus.Confirmed):
                book.SetCapacity(number + 1);
                break;
            case Act.Release:
                book.Release();
                break;
            case Act.Promote:
                Promote(book);
                break;
            case Act.ReplaceByGeneral or Act.ReplaceByPriority when book.Registrations.Count > 0:
                Replace(book, number % book.Registrations.Count + 1, act == Act.ReplaceByPriority);
                break;
        }
    }

    private static void Replace(RegisterBook book, int sequence, bool priority)
    {
        Registration leaving = book.Registrations[sequence - 1];
        int freeBefore = book.Class.Seats.FreeForPriority;
        bool heldSeat = leaving.IsPriority && !priority && book.Class.Seats is { Released: false } s && s.ConfirmedPriority <= s.HeldForPriority
            && Free(book, priority: false) <= 0;
        bool takes = leaving.Status == RegistrationStatus.Confirmed && !heldSeat;
        Assert.Equal(takes, Record.Exception(() => book.Replace(sequence, priority)) is null);
        Assert.Equal(freeBefore, book.Class.Seats.FreeForPriority);
    }

    private static void Promote(RegisterBook book)
    {
        bool could = SomebodyCouldMoveUp(book);
        Assert.Equal(could, book.Class.Seats.CanMoveUp);
        int freeForAll = Free(book, priority: false);
        IReadOnlyList<Registration> promoted = book.Promote();
        Assert.Equal(could, promoted.Count > 0);
        Assert.True(promoted.Count(r => !r.IsPriority) <= Math.Max(0, freeForAll));
        Assert.False(SomebodyCouldMoveUp(book));
    }

    private static int Free(RegisterBook book, bool priority)
    {
        Seats seats = book.Class.Seats;
        int free = seats.Capacity - book.Count(RegistrationStatus.Confirmed);
        return priority || seats.Released ? free : free - Math.Max(0, seats.HeldForPriority - book.Count(RegistrationStatus.Confirmed, true));
    }

    private static bool SomebodyCouldMoveUp(RegisterBook book) =>
        book.Registrations.Any(r => r.Status == RegistrationStatus.Waitlisted && Free(book, r.IsPriority) > 0);

    private static string? Broken(RegisterBook book)
    {
        Seats seats = book.Class.Seats;
        IReadOnlyList<Registration> all = book.Registrations;
        if (book.Count(RegistrationStatus.Confirmed) > seats.Capacity) return "over capacity";
        if (!all.Select(r => r.Sequence).SequenceEqual(Enumerable.Range(1, all.Count))) return "a gap in the sequence";
        if (book.Class.NextSequence != all.Count + 1) return "next sequence";
        int[] counted =
        [
            book.Count(RegistrationStatus.Confirmed), book.Count(RegistrationStatus.Confirmed, true),
            book.Count(RegistrationStatus.Waitlisted), book.Count(RegistrationStatus.Waitlisted, true), book.Count(RegistrationStatus.Cancelled),
        ];
        int[] kept = [seats.Confirmed, seats.ConfirmedPriority, seats.Waitlisted, seats.WaitlistedPriority, seats.Cancelled];
        if (!counted.SequenceEqual(kept)) return $"counters {string.Join(',', kept)} but counted {string.Join(',', counted)}";
        return all.Any(early => early.Status == RegistrationStatus.Waitlisted && all.Any(late =>
            late.Sequence > early.Sequence && late.IsPriority == early.IsPriority && late is { Status: RegistrationStatus.Confirmed, Replaces: null }))
            ? "somebody jumped the waitlist"
            : null;
    }
}
