using Microsoft.AspNetCore.Components;

namespace NtmServerless.Pages.Forms;

/// <summary>What all fields have: a label, a hint, what was typed, what is wrong. The form comes as a cascading value.</summary>
public abstract class FieldBase : ComponentBase
{
    /// <summary>Name of the field; the same as in the API and in its errors.</summary>
    [Parameter, EditorRequired]
    public string Name { get; set; } = "";

    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    [Parameter]
    public string? Hint { get; set; }

    /// <summary>Shown while nothing was typed.</summary>
    [Parameter]
    public string? Value { get; set; }

    [Parameter]
    public bool Optional { get; set; }

    [CascadingParameter]
    public FormState Form { get; set; } = FormState.Fresh();

    /// <summary>Tells the fields of one form from those of another on the same page.</summary>
    [CascadingParameter(Name = "FieldPrefix")]
    public string? Prefix { get; set; }

    protected string Id => FieldIds.Of(Prefix + Name);

    protected string? Current => Form.Value(Name) ?? Value;

    protected IReadOnlyList<string> Errors => Form.ErrorsOf(Name);

    protected string? Describes => (Hint is null ? "" : Id + "-goi-y ") + (Errors.Count == 0 ? "" : Id + "-loi") is { Length: > 0 } ids ? ids.Trim() : null;

    protected string? Invalid => Errors.Count > 0 ? "true" : null;
}
