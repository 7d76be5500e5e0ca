namespace NtmServerless.Pages.Classes;

/// <summary>Whether one can register, in words.</summary>
/// <param name="Look">Meaning of it, see <see cref="StageLook"/>.</param>
/// <param name="Word">What decides.</param>
/// <param name="Then">Until when, or how else; in the middle of a sentence. Null: nothing more to say.</param>
public sealed record OfferText(string Look, string Word, string? Then)
{
    // So few seats that one had better be quick.
    private const int Few = 5;

    public static OfferText Of(TrainingClass c, DateTimeOffset now, VietnameseTexts texts) => c.OfferAt(now) switch
    {
        ClassOffer.OpensLater when c.Announced() is { RegistrationOpensAt: var opens } && opens > now =>
            new(StageLook.Done, texts["public.offer-opens-soon"],
                texts["public.offer-opens", ("opens", Moment(opens, now, texts))]),
        ClassOffer.OpensLater => new(StageLook.Done, texts["public.offer-opens-soon"], null),
        ClassOffer.FreeSeats => new(
            c.Seats.FreeForAll <= Few ? StageLook.Wait : StageLook.Open, texts["public.offer-seats", ("seats", c.Seats.FreeForAll)], Until(c, now, texts)),
        ClassOffer.PrioritySeats => new(
            StageLook.Wait, texts["public.offer-priority", ("seats", c.Seats.FreeForPriority)],
                texts["public.offer-others-wait", ("until", Until(c, now, texts))]),
        ClassOffer.WaitlistOnly => new(
            StageLook.Wait, texts["public.offer-full"], texts["public.offer-waitlist", ("waiting", c.Seats.Waitlisted), ("until", Until(c, now, texts))]),
        ClassOffer.RegistrationOver => new(StageLook.Done, texts["public.offer-closed"], null),
        ClassOffer.Held => new(StageLook.Now, texts["public.offer-held"], texts["public.offer-held-then"]),
        ClassOffer.Postponed => new(StageLook.Wait, texts[c.NotHeld ? "public.offer-not-held" : "public.offer-postponed"],
            texts["public.offer-postponed-then"]),
        ClassOffer.Cancelled => new(StageLook.Stop, texts["public.offer-cancelled"], texts["public.offer-cancelled-then"]),
        _ => new(StageLook.Done, texts["public.offer-over"], null),
    };

    private static string Until(TrainingClass c, DateTimeOffset now, VietnameseTexts texts) =>
        texts["public.offer-until", ("closes", Moment(c.Announced().RegistrationClosesAt, now, texts))];

    // "17 giờ hôm nay", "17 giờ thứ Sáu, 25/09".
    private static string Moment(DateTimeOffset moment, DateTimeOffset now, VietnameseTexts texts)
    {
        DateOnly day = VietnamTime.DateOf(moment);
        return $"{Vietnamese.Hour(moment)} {(day == VietnamTime.DateOf(now) ? texts["public.today"] : Vietnamese.DayAndMonth(day))}";
    }
}
