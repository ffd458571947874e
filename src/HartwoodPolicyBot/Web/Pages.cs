using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace HartwoodPolicyBot.Web;

/// <summary>
/// Renders a Razor component as a whole page. The pages have no script, form or session, so the framework's parts for these are
/// left out.
/// </summary>
internal sealed class Pages(IServiceProvider services, ILoggerFactory logs)
{
    /// <param name="parameters">The component's parameters by name.</param>
    public async Task<IResult> Render<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent => Results.Content(await HtmlAsync<TPage>(parameters), "text/html; charset=utf-8");

    /// <summary>Renders the page into a stream instead of a response.</summary>
    public async Task WriteAsync<TPage>(Stream to, Dictionary<string, object?> parameters, CancellationToken cancellationToken)
        where TPage : IComponent => await to.WriteAsync(Encoding.UTF8.GetBytes(await HtmlAsync<TPage>(parameters)), cancellationToken);

    private async Task<string> HtmlAsync<TPage>(Dictionary<string, object?> parameters)
        where TPage : IComponent
    {
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<TPage>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }
}
