// Swagger UI shows an SVG as source; this puts the picture above it, and what the SVG says of itself for those who don't see it.
const ShowPictures = () => ({
  wrapComponents: {
    responseBody: (Original, { React }) => (props) => {
      const source = React.createElement(Original, props);
      if (!/^image\/svg\+xml/.test(props.contentType) || typeof props.content !== "string") return source;
      const picture = new DOMParser().parseFromString(props.content, "image/svg+xml");
      return React.createElement(
        "div",
        null,
        React.createElement("img", {
          src: `data:image/svg+xml,${encodeURIComponent(props.content)}`,
          alt: picture.querySelector("desc")?.textContent ?? "",
          style: { maxWidth: "100%" },
        }),
        source,
      );
    },
  },
});

