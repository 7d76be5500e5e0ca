namespace NtmServerless.Domain.Privacy;

/// <summary>How long data about people is kept.</summary>
public enum Keeping
{
    /// <summary>Until the retention period of the class has ended; then it is removed.</summary>
    WithClass,

    /// <summary>Until the retention period of the tour has ended; then it is removed.</summary>
    WithTour,

    /// <summary>It stays as a mere count, which points to nobody once the rest is removed.</summary>
    Counted,

    /// <summary>Ten years at least: a voucher of spending (Law on Accounting).</summary>
    Voucher,

    /// <summary>As the Law on Archives says of official papers and of the trail of what officers did.</summary>
    Archive,

    /// <summary>As long as the officer or unit works with the system.</summary>
    WhileInOffice,
}
