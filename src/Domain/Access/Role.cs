namespace NtmServerless.Domain.Access;

/// <summary>What a caller may do; see design, "Who uses it".</summary>
public enum Role
{
    /// <summary>Văn phòng Điều phối: everything of a plan.</summary>
    Administrator,

    /// <summary>A unit that leads classes: its own classes.</summary>
    LeadUnit,

    /// <summary>UBND xã: its own people, its own classes, its own communication work.</summary>
    Commune,

    /// <summary>Phòng VH&amp;TT, Trung tâm VH-TT&amp;TT: communication figures, compiling reports.</summary>
    CultureOffice,

    /// <summary>Ban Chỉ đạo: reads, asks for reports, approves them.</summary>
    Committee,
}
