namespace NtmServerless.Functions.Attendance;

/// <summary>Marks of one session; those left out stay as they are.</summary>
public sealed record AttendanceForm(IReadOnlyList<MarkForm>? Marks)
{
    private const int Most = 600;

    /// <param name="mayBeNone">Also no mark at all says something.</param>
    public KeyValuePair<string, Mark>[] Check(bool mayBeNone = false)
    {
        Checks checks = new();
        checks.Require(Marks is { Count: > 0 and <= Most } || mayBeNone && Marks is not { Count: > Most }, "marks", "marks-count", ("most", Most));
        List<KeyValuePair<string, Mark>> marks = [];
        foreach ((MarkForm form, int i) in (Marks ?? []).Take(Most).Select((m, i) => (m, i)))
        {
            if (RegistrationCode.Read(form?.Code) is not { } code) checks.Fail($"marks[{i}].code", Rule.AttendanceCodeUnknown);
            else if (form!.Mark is not { } mark) checks.Fail($"marks[{i}].mark", "required");
            else marks.Add(KeyValuePair.Create(code, mark));
        }

        checks.ThrowIfAny();
        return [.. marks];
    }
}
