namespace NtmServerless.Domain.Attendance;

/// <summary>What was marked for one person in one session.</summary>
public enum Mark
{
    Present,
    Absent,

    /// <summary>Absent, and said so beforehand.</summary>
    Excused,
}
