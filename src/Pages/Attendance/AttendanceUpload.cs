namespace NtmServerless.Pages.Attendance;

/// <summary>What a sheet that came back would change.</summary>
/// <param name="Preview">Null before a sheet was read.</param>
public sealed record AttendanceUpload(TrainingClass Class, AttendancePreview? Preview);

/// <param name="Changes">Marks that would be new or other.</param>
/// <param name="More">Changes beyond those that one form holds.</param>
/// <param name="Same">Marks that are so already.</param>
/// <param name="Errors">What cannot be taken, by line of the sheet.</param>
public sealed record AttendancePreview(
    IReadOnlyList<AttendanceChange> Changes, int More, int Same, IReadOnlyList<(int Line, FieldError Error)> Errors);

/// <param name="Before">Null where nothing was marked.</param>
public sealed record AttendanceChange(int Line, string Code, string FullName, int Session, Mark? Before, Mark After);
