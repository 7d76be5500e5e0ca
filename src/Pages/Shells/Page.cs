using Microsoft.AspNetCore.Components;

namespace NtmServerless.Pages.Shells;

/// <summary>A whole page: what stands around it, what it shows, and what was typed into its form.</summary>
public abstract class Page<TModel> : ComponentBase
{
    [Parameter, EditorRequired]
    public Frame Frame { get; set; } = null!;

    [Parameter, EditorRequired]
    public TModel Model { get; set; } = default!;

    [Parameter]
    public FormState Form { get; set; } = FormState.Fresh();
}
