using NtmServerless.Domain.Registrations;

namespace NtmServerless.Rehearsal.Checking;

/// <summary>Nobody jumps the waitlist: people move up in order of acceptance within their kind, and no newcomer passes who waits.</summary>
internal static class WaitlistRules
{
    public static void Check(ClassRows rows, Findings findings)
    {
        Registration[] people = [.. rows.Registrations.Where(r => r.Status != RegistrationStatus.WalkIn)];
        foreach (Registration up in people.Where(r => r.PromotedAt is not null))
        {
            // Priority seats let a priority person pass others, never the other way round.
            Registration? passed = Array.Find(people, w => w.Sequence < up.Sequence && w.IsPriority == up.IsPriority && WaitsAfter(w, up.PromotedAt!.Value));
            findings.Require(passed is null, $"{rows.Name}: {up.Code} (số {up.Sequence}) lên trước {passed?.Code} (số {passed?.Sequence})");
        }

        foreach (Registration came in people.Where(r => r is { PromotedAt: null, Status: RegistrationStatus.Confirmed }))
        {
            Registration? passed = Array.Find(
                people, w => w.Sequence < came.Sequence && (w.IsPriority || !came.IsPriority) && WaitsAfter(w, came.RegisteredAt));
            findings.Require(passed is null, $"{rows.Name}: {came.Code} (số {came.Sequence}) nhận chỗ ngay khi {passed?.Code} (số {passed?.Sequence}) đang chờ");
        }
    }

    // Still waiting when that moment was over: moved up later, or never and not gone by then.
    private static bool WaitsAfter(Registration w, DateTimeOffset moment) => w switch
    {
        { PromotedAt: { } promoted } => promoted > moment && w.RegisteredAt <= moment,
        { Status: RegistrationStatus.Waitlisted } => w.RegisteredAt <= moment,
        _ => false,
    };
}
