namespace NtmServerless.Domain.Plans.Import;

/// <summary>A mapping fills what a registration cannot do without, and each field once.</summary>
internal static class FormRules
{
    private static readonly RegistrationField[] Needed =
        [RegistrationField.FullName, RegistrationField.BirthYear, RegistrationField.Village];

    public static void Check(Plan plan, ImportErrors errors)
    {
        foreach ((int index, FormMapping form) in plan.Forms.Index())
        {
            string path = $"$.forms[{index}]";
            RegistrationField[] filled = [.. form.Fields.Select(field => field.To)];
            if (form.StreamId is { Length: > 0 } stream && plan.FindStream(stream) is null)
                errors.Add($"{path}.streamId", "plan-stream-unknown", ("id", stream));
            if (errors.Under($"{path}.fields"))
                continue;
            if (form.ClassId is null && form.StreamId is null && !filled.Contains(RegistrationField.ClassId))
                errors.Add(path, "plan-form-without-class");
            foreach (RegistrationField missing in Needed.Except(filled))
                errors.Add($"{path}.fields", "plan-form-field-missing", ("field", PlanJson.NameOf(missing)));
            for (int position = 0; position < filled.Length; position++)
            {
                if (filled.AsSpan(0, position).Contains(filled[position]))
                    errors.Add($"{path}.fields[{position}].to", "plan-form-field-twice", ("field", PlanJson.NameOf(filled[position])));
            }
        }
    }
}
