using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Registrations;

/// <summary>Takes a list of people over into a class: looked at first, then registered like anybody else, one by one.</summary>
public sealed class RosterImport(RegistrationActs registrations, Problems problems, VietnameseTexts texts, TimeProvider time, ILogger<RosterImport> log)
{
    /// <exception cref="InvalidInputException">On field <c>file</c>: it is not a list that can be read.</exception>
    public static ImportList Read(byte[] bytes, Plan plan, Caller caller, CancellationToken cancellation)
    {
        using MemoryStream file = new(bytes, writable: false);
        RosterFile read = RosterFile.Read(file, plan, caller.Role == Role.Commune ? caller.UnitId : null, cancellation);
        return new ImportList([.. read.Rows.Select(r => r.WithoutBadOptionals(VietnamesePhone.Read))], read.Left, read.UnknownColumns);
    }

    /// <summary>What would become of each line; nothing is changed.</summary>
    /// <param name="takesHidden">Lines that are hidden in the file are people too.</param>
    /// <param name="others">Lines of which the officer said that they are another person than one of nearly the same name.</param>
    public async Task<IReadOnlyList<ImportLine>> LinesAsync(
        ClassId classId, Plan plan, ImportList list, bool takesHidden, IReadOnlySet<int> others, Caller caller, CancellationToken cancellation)
    {
        (TrainingClass c, IReadOnlyList<Registration> seen) = await registrations.RosterAsync(classId, caller, cancellation, "roster-compared");
        SamePeople known = new(seen.Where(r => r.IsActive).Select(r => r.Applicant));
        return [.. list.Rows.Select((row, i) => LineOf(i + 1, list, row, takesHidden, others, c, plan, caller, known))];
    }

    /// <summary>Registers the lines, all at a time so that they share transactions; each has its own key, so that a repeat changes nothing.</summary>
    public Task<ImportAnswer[]> RegisterAsync(ClassId classId, PlanId planId, IEnumerable<(string Place, Ask<RegistrationForm> Ask)> rows) =>
        Task.WhenAll(rows.Select(row => RegisterAsync(classId, planId, row.Place, row.Ask)));

    private async Task<ImportAnswer> RegisterAsync(ClassId classId, PlanId planId, string line, Ask<RegistrationForm> ask)
    {
        string name = ask.Form.FullName ?? "";
        try
        {
            RegistrationReceipt receipt = await registrations.RegisterAsync(classId, planId, ask, RegistrationSource.Officer);
            return new ImportAnswer(line, name, receipt.Status == RegistrationStatus.Confirmed ? ImportOutcome.Registered : ImportOutcome.Waitlisted);
        }
        catch (RuleBrokenException e) when (e.Rule == Rule.AlreadyRegistered)
        {
            return new ImportAnswer(line, name, ImportOutcome.There);
        }
        catch (Exception e) when (problems.Of(e) is { Status: < 500 or 503 } problem)
        {
            if (problem.Status == 503) RequestLog.PutOff(log, nameof(RosterImport), problem.Code, FailureTrace.Of(e));
            string reason = problem.Errors is { Count: > 0 } errors ? string.Join(' ', errors.Values.SelectMany(v => v)) : problem.Detail;
            return new ImportAnswer(line, name, problem.Status == 503 ? ImportOutcome.NotYet : ImportOutcome.Refused, reason);
        }
    }

    private ImportLine LineOf(
        int id, ImportList list, RosterRow row, bool takesHidden, IReadOnlySet<int> others, TrainingClass c, Plan plan, Caller caller, SamePeople known)
    {
        (Applicant? person, IReadOnlyList<FieldError> wrong) =
            row.Read(VietnamTime.DateOf(time.GetUtcNow()).Year, unit => plan.FindUnit(unit) is { IsCommuneLevel: true }, VietnamesePhone.Read);
        List<FieldError> errors = [.. wrong];
        if (person is not null && !caller.MayRegister(c, person.UnitId)) errors.Add(new FieldError("unitId", "other-commune"));
        if (person is not null && c.Audiences.Count > 0 && !c.Audiences.Contains(person.Audience)) errors.Add(new FieldError("audience", "not-invited"));
        string place = list.PlaceOf(row, texts);
        bool hidden = row.IsHidden && !takesHidden;
        string[] said = [.. errors.Select(e => Say(e, row.Said.GetValueOrDefault(e.Field)?.Text))];
        ImportLine line = new(id, place, row.Form, hidden ? ImportState.Hidden : ImportState.Wrong, said, [.. FieldsOf(id, row, errors)]);
        if (hidden || errors.Count > 0 || person is null) return line;
        (ImportState state, string? like, string? same) = known.Meet(person, place);
        line = line with { State = state, Like = like, SameAs = same };
        return state == ImportState.Asked && others.Contains(id)
            ? line with { State = ImportState.Good, Form = row.Form with { AnotherPerson = true } } : line;
    }

    private IEnumerable<ImportField> FieldsOf(int id, RosterRow row, List<FieldError> errors) =>
        from field in RosterMending.Fields
        let said = row.Said.GetValueOrDefault(field.Name)
        let error = errors.Find(e => e.Field == field.Name)
        where said is not null || error is not null
        select new ImportField(
            field, ImportMends.InputOf(id, field), ImportMends.Shown(row, field), ImportMends.IsKnown(row, field), said?.Text,
            error is null ? null : texts.Field(error.Code, error.Facts));

    private string Say(FieldError e, string? said)
    {
        string error = texts.Field(e.Code, e.Facts);
        if (PersonField.All.FirstOrDefault(f => f.Name == e.Field) is not { } known) return error;
        string field = texts.Column(known);
        return said is { Length: > 0 }
            ? texts["roster.cell-error", ("field", field), ("text", said), ("error", error)] : texts["roster.field-error", ("field", field), ("error", error)];
    }
}
