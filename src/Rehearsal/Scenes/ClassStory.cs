using NtmServerless.Rehearsal.Cast;
using NtmServerless.Rehearsal.Office;

namespace NtmServerless.Rehearsal.Scenes;

/// <summary>One class of the year: where, when, how many apply, what goes wrong. Dates are those of the announcement.</summary>
/// <param name="Days">Days of two sessions each.</param>
internal sealed record ClassStory(
    int Number, string StreamId, string LeadUnitId, string HostUnitId, DateOnly FirstDay, int Days, int Applicants, int Cancellations, int WalkIns,
    Twist Twists)
{
    public bool Has(Twist twist) => (Twists & twist) != 0;

    public bool HasPrioritySeats => StreamId != OfficePlan.Members;
}

/// <summary>The classes of the rehearsed year: 10 + 2 + 7 that are held, and one that is cancelled.</summary>
internal static class ClassStories
{
    private static readonly string[] Organisations =
        ["mat-tran-to-quoc", "hoi-nong-dan", "hoi-phu-nu", "doan-thanh-nien", "hoi-cuu-chien-binh", "lien-doan-lao-dong", "hoi-nong-dan", "hoi-phu-nu"];

    private static readonly string[] MemberHosts =
        ["thi-tran-cao-loc", "xa-thach-dan", "thi-tran-dong-dang", "xa-cao-lau", "xa-xuat-le", "xa-loc-yen", "xa-cong-son", "xa-thanh-loa"];

    // Stream, month, day, days, applicants, cancellations, walk-ins, twists.
    private static readonly (string Stream, int Month, int Day, int Days, int Applicants, int Cancellations, int WalkIns, Twist Twists)[] Year =
    [
        (OfficePlan.Models, 4, 16, 1, 52, 2, 0, Twist.Clerk),
        (OfficePlan.Members, 4, 23, 1, 44, 0, 1, Twist.OutsideForm),
        (OfficePlan.Models, 5, 7, 1, 68, 6, 0, Twist.None),
        (OfficePlan.Standards, 5, 14, 1, 74, 5, 2, Twist.None),
        (OfficePlan.Members, 5, 21, 1, 49, 1, 0, Twist.Namesake),
        (OfficePlan.Models, 5, 28, 1, 21, 1, 3, Twist.TooFew),
        (OfficePlan.Models, 6, 4, 2, 51, 2, 1, Twist.None),
        (OfficePlan.Members, 6, 11, 1, 47, 1, 0, Twist.LateSheet),
        (OfficePlan.Models, 6, 18, 1, 48, 2, 0, Twist.Postponed),
        (OfficePlan.Members, 6, 25, 1, 31, 1, 0, Twist.Cancelled),
        (OfficePlan.Models, 7, 2, 1, 53, 2, 1, Twist.Overdue),
        (OfficePlan.Standards, 7, 16, 1, 80, 8, 0, Twist.None),
        (OfficePlan.Models, 7, 23, 2, 50, 1, 0, Twist.Flooded),
        (OfficePlan.Members, 7, 30, 1, 48, 2, 2, Twist.Returned),
        (OfficePlan.Models, 8, 6, 1, 50, 0, 1, Twist.SheetDiffers),
        (OfficePlan.Members, 8, 13, 1, 63, 5, 0, Twist.None),
        (OfficePlan.Models, 8, 20, 1, 60, 3, 0, Twist.Clerk),
        (OfficePlan.Members, 8, 27, 1, 45, 1, 5, Twist.OutsideForm),
        (OfficePlan.Members, 9, 5, 1, 50, 2, 1, Twist.None),
        (OfficePlan.Models, 9, 17, 1, 66, 4, 0, Twist.None),
    ];

    /// <summary>The cancelled class gives its place in the stream to this one, which is planned when it is free.</summary>
    public const int Replacement = 19;

    public static IReadOnlyList<ClassStory> All { get; } = [.. Tell()];

    private static IEnumerable<ClassStory> Tell()
    {
        int models = 0, standards = 0, members = 0;
        for (int i = 0; i < Year.Length; i++)
        {
            var c = Year[i];
            (string lead, string host) = c.Stream switch
            {
                OfficePlan.Models => (OfficePlan.Office, OfficePlan.ModelHosts[models++]),
                OfficePlan.Standards => (OfficePlan.Office, OfficePlan.StandardHosts[standards++]),
                _ => (Organisations[members], MemberHosts[members++]),
            };
            yield return new ClassStory(
                i + 1, c.Stream, lead, host, new DateOnly(2024, c.Month, c.Day), c.Days, c.Applicants, c.Cancellations, c.WalkIns, c.Twists);
        }
    }
}
