using Microsoft.Extensions.Logging;

namespace NtmServerless.Functions.Registrations;

/// <summary>A line of a list that is to be registered.</summary>
public sealed record ImportRow(int Line, RegistrationForm Form);

/// <summary>Takes a list of people over into a class: looked at first, then registered like anybody else, one by one.</summary>
public sealed class RosterImport(RegistrationActs registrations, PlanActs plans, Problems problems, VietnameseTexts texts, TimeProvider time, ILogger<RosterImport> log)
{
    /// <summary>What would become of each line; nothing is changed.</summary>
    /// <exception cref="InvalidInputException">On field <c>file</c>: it is not a list that can be read.</exception>
    public async Task<(TrainingClass Class, Plan Plan, IReadOnlyList<ImportLine> Lines, IReadOnlyList<string> UnknownColumns)> PreviewAsync(
        ClassId classId, byte[] xlsx, Caller caller, CancellationToken cancellation)
    {
        Plan plan = await plans.GetAsync(await registrations.PlanOfAsync(classId, cancellation), cancellation);
        using MemoryStream file = new(xlsx, writable: false);
        RosterFile read = RosterFile.Read(file, plan, caller.Role == Role.Commune ? caller.UnitId : null, cancellation);
        (TrainingClass c, IReadOnlyList<Registration> seen) = await registrations.RosterAsync(classId, caller, cancellation, "roster-compared");
        HashSet<string> there = [.. seen.Where(r => r.IsActive).Select(r => r.Applicant.PersonKey)];
        return (c, plan, [.. read.Rows.Select(row => LineOf(row, c, plan, caller, there))], read.UnknownColumns);
    }

    /// <summary>Registers the lines, all at a time so that they share transactions; each has its own key, so that a repeat changes nothing.</summary>
    public Task<ImportAnswer[]> RegisterAsync(ClassId classId, PlanId planId, IEnumerable<(int Line, Ask<RegistrationForm> Ask)> rows) =>
        Task.WhenAll(rows.Select(row => RegisterAsync(classId, planId, row.Line, row.Ask)));

    private async Task<ImportAnswer> RegisterAsync(ClassId classId, PlanId planId, int line, Ask<RegistrationForm> ask)
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

    private ImportLine LineOf(RosterRow row, TrainingClass c, Plan plan, Caller caller, HashSet<string> there)
    {
        (Applicant? person, IReadOnlyList<FieldError> wrong) = (row.Form with { Consent = true })
            .Read(VietnamTime.DateOf(time.GetUtcNow()).Year, id => plan.FindUnit(id) is { IsCommuneLevel: true }, VietnamesePhone.Read);
        List<FieldError> errors = [.. row.Errors, .. wrong.Where(e => row.Errors.All(known => known.Field != e.Field))];
        if (person is not null && !caller.MayRegister(c, person.UnitId)) errors.Add(new FieldError("unitId", "other-commune"));
        if (person is not null && c.Audiences.Count > 0 && !c.Audiences.Contains(person.Audience)) errors.Add(new FieldError("audience", "not-invited"));
        ImportState state = errors.Count > 0 || person is null ? ImportState.Wrong
            : row.SameAsLine is not null ? ImportState.Twice
            : there.Contains(person.PersonKey) ? ImportState.There : ImportState.Good;
        return new ImportLine(row.Line, row.Form, state,
            [.. errors.Select(Say)], row.SameAsLine);
    }

    private string Say(FieldError e)
    {
        string error = texts.Field(e.Code, e.Facts);
        if (PersonField.All.FirstOrDefault(f => f.Name == e.Field) is not { } known) return error;
        string field = texts.Column(known);
        return texts["roster.field-error", ("field", field), ("error", error)];
    }
}
