namespace NtmServerless.Domain.Privacy;

/// <summary>What is stored about people and how long (Law 91/2025/QH15). The privacy page shows it; its words say what, why and where.</summary>
public static class PersonalRegister
{
    /// <summary>Each kind of data once, in the order of the page.</summary>
    public static IReadOnlyDictionary<PersonalDatum, Keeping> All { get; } = new OrderedDictionary<PersonalDatum, Keeping>
    {
        [PersonalDatum.Identity] = Keeping.WithClass,
        [PersonalDatum.Sex] = Keeping.Counted,
        [PersonalDatum.EthnicGroup] = Keeping.WithClass,
        [PersonalDatum.Phone] = Keeping.WithClass,
        [PersonalDatum.Audience] = Keeping.WithClass,
        [PersonalDatum.CancelReason] = Keeping.WithClass,
        [PersonalDatum.Attendance] = Keeping.Counted,
        [PersonalDatum.SignatureNote] = Keeping.WithClass,
        [PersonalDatum.SignedSheet] = Keeping.Voucher,
        [PersonalDatum.Photo] = Keeping.WithClass,
        [PersonalDatum.NameList] = Keeping.WithClass,
        [PersonalDatum.Letter] = Keeping.WithClass,
        [PersonalDatum.TourMember] = Keeping.WithTour,
        [PersonalDatum.ReportText] = Keeping.Archive,
        [PersonalDatum.Signer] = Keeping.Archive,
        [PersonalDatum.Contact] = Keeping.WhileInOffice,
        [PersonalDatum.Account] = Keeping.WhileInOffice,
        [PersonalDatum.Trace] = Keeping.Archive,
    };
}
